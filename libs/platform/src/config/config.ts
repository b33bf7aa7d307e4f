import { StartupProblem } from '../startup-problem';
import { KINDS, type LogLevel, isStrongSecret } from './kinds';
import { VARIABLE_NAMES, VARIABLES, type Values, type VariableName } from './variables';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The program's settings, read once at boot. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  /** null: queues on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  readonly demo: boolean;
  /** null: made once and kept in `dataDir`, see `demoPassword`. */
  readonly demoPassword: string | null;
  readonly timeScaleControl: boolean;
  /** null: made once and kept in `dataDir`, see `tokenSecret`. */
  readonly tokenSecret: string | null;
  readonly logLevel: LogLevel;
  /** Addresses and networks; empty: no forwarding header is believed. */
  readonly trustedProxies: readonly string[];
  readonly sweepSeconds: number;
  /** More due tickets than this after an outage pull the storm brake, which lets so many through in a minute. */
  readonly stormTickets: number;
  readonly stormPerMinute: number;
  /** Minutes between two anchors of the event log. */
  readonly anchorMinutes: number;
  /** null: made once and kept in `dataDir`, see `makeAnchoring`. */
  readonly anchorKey: string | null;
  /** null: `anchors.jsonl` in `dataDir`. Absolute. */
  readonly anchorFile: string | null;
}

/** What must hold between variables, with the sentence for whoever broke it. */
interface Rule {
  readonly broken: (values: Values) => boolean;
  readonly problem: string;
}

/** What a program that serves people must keep. */
const SERVING: readonly Rule[] = [
  {
    broken: (values) => values.ZHUQI_TIME_SCALE_CONTROL && !values.ZHUQI_DEMO,
    problem: 'ZHUQI_TIME_SCALE_CONTROL：只能在演示环境使用，请同时设置 ZHUQI_DEMO=1 或去掉该变量',
  },
  {
    broken: (values) =>
      values.DATABASE_URL !== null && !values.ZHUQI_DEMO && values.ZHUQI_TOKEN_SECRET === null,
    problem: `ZHUQI_TOKEN_SECRET：正式环境必填，应为${KINDS.secret.expects}`,
  },
  {
    broken: (values) =>
      !values.ZHUQI_DEMO && values.ZHUQI_TOKEN_SECRET !== null && !isStrongSecret(values.ZHUQI_TOKEN_SECRET),
    problem: `ZHUQI_TOKEN_SECRET：太容易猜到，不能使用示例值或重复字符，应为${KINDS.secret.expects}`,
  },
];

/** Reads the environment; throws one `StartupProblem('config.invalid')` that names every problem. */
export const loadConfig = (env: Environment = process.env): Config => readConfig(env, SERVING);

/** The settings of an operator's command: it serves nobody and signs no token, so it needs no key. */
export const loadCommandConfig = (env: Environment = process.env): Config => readConfig(env, []);

function readConfig(env: Environment, rules: readonly Rule[]): Config {
  const problems: string[] = [];
  const entries = VARIABLE_NAMES.map((name) => [name, readVariable(name, env, problems)]);
  // Each entry was read by the kind its variable names, which is how `Values` is defined.
  const values = Object.fromEntries(entries) as Values;
  if (problems.length === 0) {
    problems.push(...rules.filter(({ broken }) => broken(values)).map(({ problem }) => problem));
  }
  if (problems.length > 0) {
    const list = problems.map((problem) => `\n  - ${problem}`).join('');
    throw new StartupProblem('config.invalid', `环境变量有 ${problems.length} 处需要修改：${list}`);
  }
  return toConfig(values);
}

/**
 * The settings of the one-command start: without an external database it is a demo whose time can be moved,
 * unless the environment says otherwise.
 */
export function loadStandaloneConfig(env: Environment = process.env): Config {
  if (textOf('DATABASE_URL', env) !== null) return loadConfig(env);
  const demo = env['ZHUQI_DEMO']?.trim() || '1';
  return loadConfig({
    ...env,
    ZHUQI_DEMO: demo,
    ZHUQI_TIME_SCALE_CONTROL: env['ZHUQI_TIME_SCALE_CONTROL']?.trim() || (demo === '1' ? '1' : '0'),
  });
}

/** An empty variable counts as absent: that is how container files leave one out. */
function textOf(name: VariableName, env: Environment): string | null {
  const text = env[name]?.trim() ?? '';
  return text === '' ? VARIABLES[name].default : text;
}

function readVariable(name: VariableName, env: Environment, problems: string[]): unknown {
  const text = textOf(name, env);
  if (text === null) return null;
  const kind = KINDS[VARIABLES[name].kind];
  const value = kind.parse(text);
  if (value === undefined) {
    const shown = 'confidential' in kind ? '' : `，现为 ${JSON.stringify(text)}`;
    problems.push(`${name}：应为${kind.expects}${shown}`);
  }
  return value;
}

function toConfig(values: Values): Config {
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataDir: values.ZHUQI_DATA_DIR,
    demo: values.ZHUQI_DEMO,
    demoPassword: values.ZHUQI_DEMO_PASSWORD,
    timeScaleControl: values.ZHUQI_TIME_SCALE_CONTROL,
    tokenSecret: values.ZHUQI_TOKEN_SECRET,
    logLevel: values.ZHUQI_LOG_LEVEL,
    trustedProxies: Object.freeze([...(values.ZHUQI_TRUSTED_PROXIES ?? [])]),
    sweepSeconds: values.ZHUQI_SWEEP_SECONDS,
    stormTickets: values.ZHUQI_STORM_TICKETS,
    stormPerMinute: values.ZHUQI_STORM_PER_MINUTE,
    anchorMinutes: values.ZHUQI_ANCHOR_MINUTES,
    anchorKey: values.ZHUQI_ANCHOR_KEY,
    anchorFile: values.ZHUQI_ANCHOR_FILE,
  });
}
