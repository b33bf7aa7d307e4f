import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { SentStatement } from './statement-recording';

/** What one request made a program send and answer, to be sent again for other tickets. */
export interface Recording {
  readonly statements: readonly SentStatement[];
  /** The answer's body where it is sent again; null → the rows of the last statement are the answer. */
  readonly answer: string | null;
  readonly status: number;
  /** Texts of the recording that a replay replaces: by what the caller names, or by something new. */
  readonly named: string | null;
  readonly fresh: readonly string[];
}

type Filler = (named: string, fresh: readonly string[]) => unknown;

export interface ReplayedStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: (named: string, fresh: readonly string[]) => unknown[];
}

export interface Replay {
  readonly statements: readonly ReplayedStatement[];
  readonly answer: ((named: string, fresh: readonly string[]) => string) | null;
  /** New texts for the recorded ones: ids for ids, eight random digits for eight, numbered texts for all others. */
  readonly freshTexts: () => string[];
}

/** The recording with its holes cut once, so that filling them costs next to nothing. */
export function replayOf(recording: Recording): Replay {
  const { answer, statements } = recording;
  return {
    statements: statements.map(({ name, text, values }) => {
      const fillers = values.map((value) => fillerOf(value, recording));
      return { name, text, values: (named, fresh) => fillers.map((fill) => fill(named, fresh)) };
    }),
    answer: answer === null ? null : (fillerOf(answer, recording) as NonNullable<Replay['answer']>),
    freshTexts: () => recording.fresh.map(freshText),
  };
}

const RANDOM_WORD = /^[0-9a-f]{8}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
let count = 0;

function freshText(recorded: string): string {
  if (UUID.test(recorded)) return v7();
  if (RANDOM_WORD.test(recorded)) return randomBytes(4).toString('hex');
  count += 1;
  return `${recorded}-${String(process.pid)}-${String(count)}`;
}

function fillerOf(value: unknown, recording: Recording): Filler {
  if (Array.isArray(value)) {
    const fillers = value.map((item) => fillerOf(item, recording));
    return (named, fresh) => fillers.map((fill) => fill(named, fresh));
  }
  if (typeof value !== 'string') return () => value;
  const holes = [recording.named ?? '', ...recording.fresh];
  const pattern = holes.filter((hole) => hole !== '').map(escaped);
  if (pattern.length === 0) return () => value;
  const parts = value.split(new RegExp(`(${pattern.join('|')})`));
  if (parts.length === 1) return () => value;
  const places = parts.map((part) => holes.indexOf(part));
  return (named, fresh) =>
    parts
      .map((part, index) => {
        const place = places[index] ?? -1;
        return place < 0 || part === '' ? part : place === 0 ? named : fresh[place - 1];
      })
      .join('');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const UUID_7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const bornAt = (id: string): number => Number.parseInt(id.slice(0, 13).replace('-', ''), 16);

/** The time-ordered ids among the values that were made after `since` (epoch ms): a replay needs its own. */
export function idsMadeSince(since: number, statements: readonly SentStatement[]): string[] {
  const texts = statements.flatMap(({ values }) => values.map((value) => JSON.stringify(value)));
  const ids = texts.flatMap((text) => text.match(UUID_7) ?? []);
  return [...new Set(ids)].filter((id) => bornAt(id) >= since);
}
