import type { KindName, ValueOf } from './kinds';

interface Variable {
  readonly kind: KindName;
  /** The text taken when the variable is absent or empty; null: it then has no value. */
  readonly default: string | null;
  /** For people, in Chinese. */
  readonly about: string;
}

/** Every environment variable the program reads. `.env.example` is made from this table. */
export const VARIABLES = {
  HOST: { kind: 'host', default: '127.0.0.1', about: '监听地址；对外提供服务时改为 0.0.0.0' },
  PORT: { kind: 'port', default: '3000', about: '监听端口' },
  DATABASE_URL: {
    kind: 'postgresUrl',
    default: null,
    about: 'PostgreSQL 地址；不填则在数据目录内启动内置数据库',
  },
  REDIS_URL: { kind: 'redisUrl', default: null, about: 'Redis 地址；不填则任务队列使用 PostgreSQL' },
  ZHUQI_DATA_DIR: { kind: 'folder', default: '.data', about: '数据目录：内置数据库与自动生成的密钥' },
  ZHUQI_DEMO: { kind: 'switch', default: '0', about: '1：写入演示区县的数据和帐号，不可用于正式环境' },
  ZHUQI_DEMO_PASSWORD: {
    kind: 'password',
    default: null,
    about: '全部演示帐号共用的密码；不填则自动生成并保存在数据目录',
  },
  ZHUQI_TIME_SCALE_CONTROL: {
    kind: 'switch',
    default: '0',
    about: '1：管理员可以拨快演示时间；只在演示环境允许',
  },
  ZHUQI_TOKEN_SECRET: {
    kind: 'secret',
    default: null,
    about: '登录令牌的签名密钥；正式环境连接外部数据库时必填，其余情况自动生成并保存在数据目录',
  },
  ZHUQI_LOG_LEVEL: { kind: 'logLevel', default: 'info', about: '日志级别' },
  ZHUQI_TRUSTED_PROXIES: {
    kind: 'addresses',
    default: null,
    about: '可信反向代理的地址；只有来自这些地址的 X-Forwarded-For 才被采信',
  },
  ZHUQI_SWEEP_SECONDS: { kind: 'seconds', default: '5', about: '时限巡检的间隔' },
  ZHUQI_STORM_TICKETS: {
    kind: 'count',
    default: '1000',
    about: '停机 10 分钟以上后，到期诉求超过多少件时限量处理',
  },
  ZHUQI_STORM_PER_MINUTE: { kind: 'count', default: '600', about: '停机后限量处理时，每分钟处理多少件' },
  ZHUQI_ANCHOR_MINUTES: { kind: 'minutes', default: '10', about: '每隔多久为事件记录做一次锚定' },
  ZHUQI_ANCHOR_KEY: {
    kind: 'secret',
    default: null,
    about: '锚点的签名密钥，不应存放在数据库所在的机器；不填则自动生成并保存在数据目录',
  },
  ZHUQI_ANCHOR_FILE: {
    kind: 'file',
    default: null,
    about: '锚点的外部存证文件，最好在另一块磁盘上；不填则为数据目录中的 anchors.jsonl',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
export const VARIABLE_NAMES = Object.keys(VARIABLES) as VariableName[];

/** The value of every variable; null where it is absent and has no default. */
export type Values = {
  readonly [N in VariableName]:
    ValueOf<(typeof VARIABLES)[N]['kind']> | (null extends (typeof VARIABLES)[N]['default'] ? null : never);
};
