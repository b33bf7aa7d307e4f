import type { AnchorSink } from '@zhuqi/application';
import { appendFile, readFile } from 'node:fs/promises';
import { systemCode } from '../startup-problem';

/** A JSON-lines file, better on another disk than the database; every line is on the disk when it counts as told. */
export class FileSink implements AnchorSink {
  constructor(private readonly path: string) {}

  async lines(): Promise<readonly string[] | null> {
    try {
      const text = await readFile(this.path, 'utf8');
      return text.split('\n').filter((line) => line !== '');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async append(lines: readonly string[]): Promise<void> {
    // A line that a crash has cut off stays alone on its line.
    const text = lines.map((line) => `\n${line}`).join('');
    await appendFile(this.path, `${text}\n`, { mode: 0o600, flush: true });
  }
}
