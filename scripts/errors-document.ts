import { REFUSAL_KINDS, REFUSALS, type RefusalEntry, type RefusalKind } from '@zhuqi/domain';

const KIND_LABEL = {
  unparseable: '无法解析',
  unauthenticated: '未登录',
  notFound: '不存在，或不在可见范围内',
  forbidden: '看得到，但无权操作',
  preconditionRequired: '缺少前提',
  stale: '版本已过时',
  conflict: '与当前状态冲突',
  invalid: '内容不符合要求，或按规则不予办理',
  tooLarge: '过大',
  unsupported: '不支持的类型',
  tooMany: '过于频繁（附 Retry-After）',
  unexpected: '意外错误',
  unavailable: '暂不可用（附 Retry-After）',
} as const satisfies Record<RefusalKind, string>;

const KINDS = Object.keys(REFUSAL_KINDS) as RefusalKind[];

function section(kind: RefusalKind): string[] {
  const entries = Object.entries<RefusalEntry>(REFUSALS).filter(([, entry]) => entry.kind === kind);
  if (entries.length === 0) return [];
  return [
    `## ${REFUSAL_KINDS[kind]} · ${KIND_LABEL[kind]}`,
    '',
    '| 代码 `code` | 标题 `title` |',
    '| --- | --- |',
    ...entries.map(([code, { title }]) => `| \`${code}\` | ${title} |`),
    '',
  ];
}

/** docs/errors.md: every refusal code with its class, HTTP status and title, in the order in which they win. */
export function errorsDocument(): string {
  return [
    '<!-- 由 scripts/generate-errors.ts 生成：请修改 libs/domain/src/refusals.ts 后运行 npm run generate -->',
    '',
    '# 错误代码',
    '',
    '所有错误都以 `application/problem+json`（RFC 9457）返回：`type`、`title`、`status`、`code`、`detail`、`errors[]`、`traceId`。',
    '程序应依据 `code` 判断，代码一经公布不再改变；`title` 与 `detail` 是写给人看的。',
    '`errors[]` 指出具体字段：`pointer` 是 JSON 指针，`code` 是下列代码之一（多为 `field.*`），`message` 是说明。',
    '',
    `多个错误同时成立时，按以下次序返回第一个：${KINDS.map((kind) => REFUSAL_KINDS[kind]).join('、')}。`,
    '',
    ...KINDS.flatMap(section),
  ].join('\n');
}
