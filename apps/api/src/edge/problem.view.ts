import { REFUSAL_KINDS, type Refusal, refusalEntry } from '@zhuqi/domain';
import type { InputIssue } from './input-issues';

/** 不符合要求的一项 */
export class InputIssueView implements InputIssue {
  /** JSON 指针 */
  pointer: string;
  code: string;
  message: string;
}

/** RFC 9457 问题说明 */
export class ProblemView {
  type: string;
  title: string;
  status: number;
  /** 稳定不变的代码：noun.reason */
  code: string;
  /** 给人看的说明 */
  detail: string;
  errors?: InputIssueView[];
  /** 请求编号，可据此查日志 */
  traceId: string;
}

/** The document of a refusal; a refusal that points at one field lists it like an invalid one. */
export function problemOf(
  refusal: Refusal,
  traceId: string,
  issues: readonly InputIssue[] = pointed(refusal),
): ProblemView {
  const { kind, title } = refusalEntry(refusal.code);
  return {
    type: `urn:zhuqi:problem:${refusal.code}`,
    title,
    status: REFUSAL_KINDS[kind],
    code: refusal.code,
    detail: refusal.detail,
    ...(issues.length > 0 ? { errors: [...issues] } : {}),
    traceId,
  };
}

const pointed = ({ pointer, code, detail }: Refusal): InputIssue[] =>
  pointer === undefined ? [] : [{ pointer, code, message: detail }];
