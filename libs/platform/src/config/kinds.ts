import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';

/** How one kind of value is read; `undefined` means the text is not acceptable. */
interface Kind<T> {
  /** What is acceptable, in Chinese. */
  readonly expects: string;
  /** Never show such a value in a message. */
  readonly confidential?: true;
  readonly parse: (text: string) => T | undefined;
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MIN_SECRET_LENGTH = 32;
const MIN_DISTINCT_CHARACTERS = 8;
/** What stands in documentation is known to everybody. */
const PLACEHOLDER = /change.?me|example|placeholder|your.?secret/i;

/** Whether nobody could guess the secret by reading manuals or counting up. */
export const isStrongSecret = (text: string): boolean =>
  new Set(text).size >= MIN_DISTINCT_CHARACTERS && !PLACEHOLDER.test(text);

const integerBetween =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
  };

const urlWith =
  (...protocols: readonly string[]) =>
  (text: string): string | undefined => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && protocols.includes(url.protocol) && url.hostname !== '' ? text : undefined;
  };

function parseAddresses(text: string): readonly string[] | undefined {
  const addresses = text.split(',').map((part) => part.trim());
  return addresses.every(isAddressOrNetwork) ? addresses : undefined;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  try {
    new BlockList().addSubnet(address, integerBetween(1, 128)(prefix) ?? -1, version === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}

/** A table of kinds: adding a variable is adding a row, not code. */
export const KINDS = {
  host: {
    expects: 'IP 地址或主机名',
    parse: (text): string | undefined =>
      isIP(text) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) ? text : undefined,
  },
  port: { expects: '0 到 65535 的整数', parse: integerBetween(0, 65_535) },
  count: { expects: '1 到 1000000 的整数', parse: integerBetween(1, 1_000_000) },
  seconds: { expects: '1 到 60 的整数（秒）', parse: integerBetween(1, 60) },
  minutes: { expects: '1 到 1440 的整数（分钟）', parse: integerBetween(1, 1_440) },
  switch: { expects: '0 或 1', parse: (text): boolean | undefined => ({ '0': false, '1': true })[text] },
  postgresUrl: {
    expects: '形如 postgres://用户:密码@主机:5432/库名 的地址',
    confidential: true,
    parse: urlWith('postgres:', 'postgresql:'),
  },
  redisUrl: {
    expects: '形如 redis://主机:6379 的地址',
    confidential: true,
    parse: urlWith('redis:', 'rediss:'),
  },
  folder: { expects: '目录路径', parse: (text): string => resolve(text) },
  file: { expects: '文件路径', parse: (text): string => resolve(text) },
  password: {
    expects: '至少 6 个字符的密码',
    confidential: true,
    parse: (text): string | undefined => (text.length >= 6 ? text : undefined),
  },
  secret: {
    expects: '至少 32 个字符的随机串（可用 openssl rand -base64 48 生成）',
    confidential: true,
    parse: (text): string | undefined => (text.length >= MIN_SECRET_LENGTH ? text : undefined),
  },
  logLevel: {
    expects: LOG_LEVELS.join('、'),
    parse: (text): LogLevel | undefined => LOG_LEVELS.find((level) => level === text),
  },
  addresses: { expects: '以逗号分隔的 IP 地址或网段', parse: parseAddresses },
} as const satisfies Record<string, Kind<unknown>>;

export type KindName = keyof typeof KINDS;
/** What a kind is read into. */
export type ValueOf<K extends KindName> = Exclude<ReturnType<(typeof KINDS)[K]['parse']>, undefined>;
