import { readFileSync } from 'node:fs';
import type { Answer } from '../support/demo-app';

const DOCUMENT = readFileSync('docs/wrong-inputs.md', 'utf8');

/** What a table of docs/wrong-inputs.md says of one wrong input. */
type Line = readonly [what: string, status: string, code: string, pointers: string, detail: string];

const bare = (cell: string): string => cell.replaceAll('`', '').trim();

/** The rows of the table under a heading. */
export function listed(heading: string): readonly (readonly string[])[] {
  const section = DOCUMENT.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => row.split('|').slice(1, -1).map(bare));
}

/** The same as it was answered; which number a ticket has is nobody's fault. */
const lineOf = (what: string, { status, body }: Answer): Line => {
  const pointers = (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
  const detail = String(body.detail).replaceAll(/ZQ\d+-\d+/g, 'ZQ…');
  return [what, String(status), body.code, pointers.join(' '), detail];
};

/** Sends what is wrong, one after another. */
export async function answersTo(
  wrong: readonly (readonly [string, () => Promise<Answer>])[],
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [what, send] of wrong) lines.push(lineOf(what, await send()));
  return lines;
}
