import { Client } from 'pg';

/** A statement as a program sent it. */
export interface SentStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: Client, ...sent: unknown[]) => unknown;

/** Notes every statement this process sends from now on; the answer ends it and hands the list over. */
export function recordStatements(): () => SentStatement[] {
  const sent: SentStatement[] = [];
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args) {
    sent.push(statementOf(args));
    return original.apply(this, args);
  };
  return () => {
    prototype.query = original;
    return sent;
  };
}

function statementOf([first, second]: readonly unknown[]): SentStatement {
  const values = Array.isArray(second) ? (second as unknown[]) : [];
  if (typeof first === 'string') return { name: undefined, text: first, values };
  const config = first as { name?: string; text: string; values?: unknown[] };
  return { name: config.name, text: config.text, values: config.values ?? values };
}
