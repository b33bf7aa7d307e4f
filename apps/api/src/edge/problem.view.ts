import { REFUSAL_KINDS, type Refusal, refusalEntry } from '@zhuqi/domain';
import type { InputIssue } from './input-issues';

/** An RFC 9457 problem document. */
export interface ProblemView {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable for ever: `noun.reason`. */
  readonly code: string;
  /** Chinese, for people. */
  readonly detail: string;
  readonly errors?: readonly InputIssue[];
  /** Names the request in the logs. */
  readonly traceId: string;
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
    ...(issues.length > 0 ? { errors: issues } : {}),
    traceId,
  };
}

const pointed = ({ pointer, code, detail }: Refusal): InputIssue[] =>
  pointer === undefined ? [] : [{ pointer, code, message: detail }];
