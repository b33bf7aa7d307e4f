import { type IRunStylePropertiesOptions, TextRun } from 'docx';
import { plainText } from './plain-text';

/**
 * A text as runs. A run ends after each brace, because the writer takes `{…}` within one for a place to fill in, and a
 * title that looks like one must arrive as it was written.
 */
export const textRuns = (text: string, style: IRunStylePropertiesOptions = {}): TextRun[] =>
  plainText(text)
    .split(/(?<=\{)/u)
    .map((part) => new TextRun({ text: part, ...style }));
