import { cpus, totalmem } from 'node:os';
import { Client } from 'pg';

/** The middle value; NaN of none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : (sorted[Math.floor(middle)] ?? Number.NaN);
};

/** The value below which the share `p` (0–1) of an ascending list lies. */
export const percentile = (ascending: readonly number[], p: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * p))] ?? Number.NaN;

/** A number for people; `–` for what could not be measured. */
export const figure = (value: number, digits = 0): string =>
  Number.isNaN(value)
    ? '–'
    : new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      );

/** Whether a goal is met, in the words of the tables. */
export const verdict = (met: boolean): string => (met ? 'met' : 'MISSED');

/** The machine a table was made on, in one line. */
export async function machineLine(databaseUrl?: string): Promise<string> {
  const [first, ...others] = cpus();
  const cores = `${first?.model.trim() ?? 'unknown processor'}, ${String(others.length + 1)} cores`;
  const memory = `${figure(totalmem() / 2 ** 30)} GB`;
  const postgres = databaseUrl === undefined ? '' : `, PostgreSQL ${await serverVersion(databaseUrl)}`;
  return `${cores}, ${memory}, Node ${process.version.slice(1)}${postgres}`;
}

async function serverVersion(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return rows[0]?.server_version.split(' ', 1)[0] ?? '';
}

/** One markdown table under its headline. */
export function printTable(
  headline: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  process.stdout.write(`${[headline, '', line(head), line(rule), ...rows.map(line)].join('\n')}\n`);
}
