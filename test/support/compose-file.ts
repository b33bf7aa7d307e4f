import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const ROOT = resolve(__dirname, '../..');

export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly init?: boolean;
  readonly read_only?: boolean;
  readonly security_opt?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** docker-compose.yml with its anchors merged, its variables as written. */
export const composeFile = (): ComposeFile =>
  parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as ComposeFile;

const VARIABLE = /\$\{(?<name>[A-Z0-9_]+)(?::(?<kind>[-?])(?<text>[^}]*))?\}/g;

/** Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as Compose does; a missing required one throws. */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(
    VARIABLE,
    (_whole, name: string, kind: string | undefined, rest: string | undefined) => {
      const value = values[name] ?? '';
      if (value !== '' || kind === undefined) return value;
      if (kind === '?') throw new Error(`${name}: ${rest ?? ''}`);
      return rest ?? '';
    },
  );
}

/** The names that a file asks for with `${NAME:?…}`: it does not start without them. */
export const requiredVariables = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(VARIABLE)].filter((m) => m.groups?.['kind'] === '?').map((m) => m[1]!)),
];

/** The environment that Compose gives a service, when the person's variables are these. */
export function environmentOf(service: ComposeService, values: Readonly<Record<string, string>>) {
  const entries = Object.entries(service.environment ?? {});
  return Object.fromEntries(entries.map(([name, text]) => [name, interpolate(text, values)]));
}
