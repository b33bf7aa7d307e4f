import type { ValidationError } from 'class-validator';
import { escapePointer } from './safe-input';

/** One field that is not as it should be. */
export interface InputIssue {
  readonly pointer: string;
  readonly code: string;
  /** Chinese, for people. */
  readonly message: string;
}

interface Sentence {
  readonly code: string;
  /** The limits are taken from the validator's own English message, where they are the numbers in it. */
  readonly say: (limits: readonly string[], message: string) => string;
}

const listed = (message: string): string => message.slice(message.lastIndexOf(':') + 1).trim();

const SENTENCES: Readonly<Record<string, Sentence>> = {
  isDefined: { code: 'field.required', say: () => '必须填写' },
  isNotEmpty: { code: 'field.required', say: () => '不能为空' },
  whitelistValidation: { code: 'field.unknown', say: () => '没有这个字段' },
  isString: { code: 'field.not_text', say: () => '应为文本' },
  isLength: { code: 'field.length', say: (limits) => `长度应为 ${limits.join(' 至 ')} 个字符` },
  minLength: { code: 'field.length', say: ([least]) => `至少 ${least ?? '1'} 个字符` },
  maxLength: { code: 'field.length', say: ([most]) => `至多 ${most ?? ''} 个字符` },
  matches: { code: 'field.format', say: () => '格式不正确' },
  isInt: { code: 'field.not_integer', say: () => '应为整数' },
  isNumber: { code: 'field.not_number', say: () => '应为数字' },
  isPositive: { code: 'field.range', say: () => '应大于 0' },
  min: { code: 'field.range', say: ([least]) => `不能小于 ${least ?? ''}` },
  max: { code: 'field.range', say: ([most]) => `不能大于 ${most ?? ''}` },
  isBoolean: { code: 'field.not_boolean', say: () => '应为 true 或 false' },
  isIn: { code: 'field.not_listed', say: (_, message) => `应为以下之一：${listed(message)}` },
  isEnum: { code: 'field.not_listed', say: (_, message) => `应为以下之一：${listed(message)}` },
  isUuid: { code: 'field.not_id', say: () => '应为编号（UUID）' },
  isArray: { code: 'field.not_list', say: () => '应为列表' },
  arrayMinSize: { code: 'field.size', say: ([least]) => `至少 ${least ?? '1'} 项` },
  arrayMaxSize: { code: 'field.size', say: ([most]) => `至多 ${most ?? ''} 项` },
  arrayUnique: { code: 'field.repeated', say: () => '不能有重复的项' },
  arrayNotEmpty: { code: 'field.size', say: () => '至少 1 项' },
  isObject: { code: 'field.not_object', say: () => '应为对象' },
  nestedValidation: { code: 'field.not_object', say: () => '应为对象' },
  isInstant: { code: 'field.not_time', say: (_, message) => message },
  isIso8601: { code: 'field.not_time', say: () => '应为 ISO-8601 时间，例如 2026-01-05T01:00:00Z' },
  isDateString: { code: 'field.not_time', say: () => '应为 ISO-8601 时间，例如 2026-01-05T01:00:00Z' },
};
const OTHERWISE: Sentence = { code: 'field.invalid', say: () => '不符合要求' };
const CHINESE = /\p{Script=Han}/u;

/** Every fault as pointer, code and sentence; a message that is Chinese already is taken as it stands. */
export function issuesOf(errors: readonly ValidationError[], parent = ''): InputIssue[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    return [...ownIssues(error, pointer), ...issuesOf(error.children ?? [], pointer)];
  });
}

function ownIssues(error: ValidationError, pointer: string): InputIssue[] {
  if (error.value === undefined && error.constraints?.['whitelistValidation'] === undefined) {
    return error.constraints === undefined ? [] : [{ pointer, code: 'field.required', message: '必须填写' }];
  }
  return Object.entries(error.constraints ?? {}).map(([constraint, message]) => {
    const sentence = SENTENCES[constraint] ?? OTHERWISE;
    if (isWrittenByUs(constraint, message)) return { pointer, code: sentence.code, message };
    return {
      pointer,
      code: sentence.code,
      message: sentence.say(limitsIn(message, error.property), message),
    };
  });
}

/** Lists of values may be Chinese inside an English sentence. */
const isWrittenByUs = (constraint: string, message: string): boolean =>
  CHINESE.test(message) && constraint !== 'isIn' && constraint !== 'isEnum';

const limitsIn = (message: string, property: string): string[] =>
  message.replace(property, '').match(/-?\d+(?:\.\d+)?/g) ?? [];
