/** HTTP-like classes of refusal; the order is the order in which they win when several apply. */
export const REFUSAL_KINDS = {
  unparseable: 400,
  unauthenticated: 401,
  notFound: 404,
  forbidden: 403,
  preconditionRequired: 428,
  stale: 412,
  conflict: 409,
  invalid: 422,
  tooLarge: 413,
  unsupported: 415,
  tooMany: 429,
  unexpected: 500,
  unavailable: 503,
} as const;
export type RefusalKind = keyof typeof REFUSAL_KINDS;

export interface RefusalEntry {
  readonly kind: RefusalKind;
  readonly title: string;
}

/** Every refusal code there is, with the class it belongs to and its title; the generated catalogue reads this. */
export const REFUSALS = {
  'request.malformed': { kind: 'unparseable', title: '请求无法解析' },
  'request.invalid': { kind: 'invalid', title: '请求内容不符合要求' },
  'request.too_large': { kind: 'tooLarge', title: '请求体过大' },
  'request.unsupported_media_type': { kind: 'unsupported', title: '不支持的内容类型' },
  'request.unsafe_text': { kind: 'invalid', title: '文本含有不允许的字符' },
  'request.too_deep': { kind: 'invalid', title: '请求结构过深或过宽' },
  'request.too_many': { kind: 'tooMany', title: '请求过于频繁' },
  'route.not_found': { kind: 'notFound', title: '没有这个地址' },
  'session.required': { kind: 'unauthenticated', title: '请先登录' },
  'session.expired': { kind: 'unauthenticated', title: '登录已失效，请重新登录' },
  'session.bad_credentials': { kind: 'unauthenticated', title: '用户名或密码不正确' },
  'session.locked': { kind: 'tooMany', title: '登录失败次数过多，请稍后再试' },
  'password.wrong': { kind: 'invalid', title: '原密码不正确' },
  'password.weak': { kind: 'invalid', title: '新密码不符合要求' },
  'permission.denied': { kind: 'forbidden', title: '无权进行此操作' },
  'precondition.required': { kind: 'preconditionRequired', title: '缺少 If-Match' },
  'precondition.invalid': { kind: 'unparseable', title: 'If-Match 格式不正确' },
  'version.stale': { kind: 'stale', title: '内容已被他人更新' },
  'idempotency.key_reused': { kind: 'invalid', title: '同一 Idempotency-Key 用于了不同的请求' },
  'idempotency.key_invalid': { kind: 'invalid', title: 'Idempotency-Key 格式不正确' },
  'cursor.invalid': { kind: 'invalid', title: '翻页游标无效' },
  'service.unavailable': { kind: 'unavailable', title: '服务暂不可用，请稍后再试' },
  'service.unexpected': { kind: 'unexpected', title: '服务出现意外错误' },
  'resource.not_found': { kind: 'notFound', title: '没有找到' },
  'enterprise.not_found': { kind: 'notFound', title: '没有找到该企业' },
  'enterprise.required': { kind: 'invalid', title: '请指明企业' },
  'enterprise.foreign': { kind: 'notFound', title: '没有找到该企业' },
  'category.unknown': { kind: 'invalid', title: '未知的诉求类别' },
  'person.unknown': { kind: 'invalid', title: '未知的人员' },
  'unit.unknown': { kind: 'invalid', title: '未知的单位' },
  'unit.same_holder': { kind: 'invalid', title: '已由该单位办理' },
  'unit.no_handler': { kind: 'invalid', title: '该单位没有可以办理的人员' },
  'unit.not_allowed': { kind: 'forbidden', title: '不能交办给该单位' },
  'project.unsupported': { kind: 'invalid', title: '尚不能关联项目' },
  'ticket.not_found': { kind: 'notFound', title: '没有找到该诉求' },
  'ticket.wrong_status': { kind: 'conflict', title: '当前状态不允许此操作' },
  'ticket.not_holder': { kind: 'forbidden', title: '您不是当前承办人' },
  'ticket.not_permitted': { kind: 'forbidden', title: '您不能对该诉求进行此操作' },
  'ticket.already_claimed': { kind: 'conflict', title: '该诉求已被认领' },
  'ticket.top_tier': { kind: 'conflict', title: '已在最高层级' },
  'ticket.already_escalated': { kind: 'conflict', title: '本层级已因同一原因提级' },
  'ticket.info_already_requested': { kind: 'conflict', title: '本轮已一次性告知过' },
  'ticket.on_spot_only': { kind: 'invalid', title: '未认领的诉求只能现场答复' },
  'ticket.missing_responsible_unit': { kind: 'invalid', title: '请写明责任单位' },
  'ticket.missing_route': { kind: 'invalid', title: '请写明解决路径' },
  'ticket.missing_result': { kind: 'invalid', title: '请写明办理结果' },
  'rejection.unknown_ground': { kind: 'invalid', title: '未知的不予受理理由' },
  'verdict.use_dispute': { kind: 'invalid', title: '未解决请使用“不认可”' },
  'verdict.rating_range': { kind: 'invalid', title: '评分应为 1 至 5' },
  'callback.required': { kind: 'invalid', title: '请记录回访情况' },
  'route.no_officer': { kind: 'invalid', title: '该企业没有驻企专员' },
  'route.no_township': { kind: 'invalid', title: '该企业没有属地街镇' },
  'route.no_department': { kind: 'invalid', title: '该行业没有对应部门' },
  'route.no_office': { kind: 'invalid', title: '该区没有领导小组办公室' },
  'calendar.unknown': { kind: 'notFound', title: '没有该地区的工作日历' },
  'calendar.invalid': { kind: 'invalid', title: '工作日历不符合要求' },
  'calendar.never_open': { kind: 'invalid', title: '工作日历没有开放时间' },
  'calendar.allowance': { kind: 'invalid', title: '时限参数不符合要求' },
  'statistics.group_by': { kind: 'invalid', title: '分组参数不符合要求' },
  'statistics.region': { kind: 'notFound', title: '没有该地区' },
  'demo.not_available': { kind: 'notFound', title: '仅演示环境可用' },
  'demo.real_data': { kind: 'conflict', title: '数据库中已有真实数据' },
  'supervision.due_on': { kind: 'invalid', title: '督办期限不符合要求' },
  'creditCode.length': { kind: 'invalid', title: '统一社会信用代码应为 18 位' },
  'creditCode.alphabet': { kind: 'invalid', title: '统一社会信用代码含有不允许的字符' },
  'creditCode.checkDigit': { kind: 'invalid', title: '统一社会信用代码校验位不正确' },
  'pairing.over_capacity': { kind: 'invalid', title: '包保数量超过上限' },
} as const satisfies Record<string, RefusalEntry>;
export type RefusalCode = keyof typeof REFUSALS;

/** The class of a code; codes of the calendar's own sub-fields fall back to `invalid`. */
export function refusalEntry(code: string): RefusalEntry {
  const known: Record<string, RefusalEntry> = REFUSALS;
  return known[code] ?? { kind: 'invalid', title: '请求内容不符合要求' };
}
