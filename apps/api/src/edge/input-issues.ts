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

function lengthSentence([limit = '']: readonly string[], message: string): string {
  return message.includes('longer') ? `至少 ${limit} 个字符` : `至多 ${limit} 个字符`;
}

const listed = (message: string): string => message.slice(message.lastIndexOf(':') + 1).trim();

/** In the order in which they win: of one field only the first fault is told, and its kind comes before its limits. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  whitelistValidation: { code: 'field.unknown', say: () => '没有这个字段' },
  isDefined: { code: 'field.required', say: () => '必须填写' },
  isString: { code: 'field.not_text', say: () => '应为文本' },
  isInt: { code: 'field.not_integer', say: () => '应为整数' },
  isNumber: { code: 'field.not_number', say: () => '应为数字' },
  isBoolean: { code: 'field.not_boolean', say: () => '应为 true 或 false' },
  isArray: { code: 'field.not_list', say: () => '应为列表' },
  isObject: { code: 'field.not_object', say: () => '应为对象' },
  nestedValidation: { code: 'field.not_object', say: () => '应为对象' },
  isUuid: { code: 'field.not_id', say: () => '应为编号（UUID）' },
  isIn: { code: 'field.not_listed', say: (_, message) => `应为以下之一：${listed(message)}` },
  isEnum: { code: 'field.not_listed', say: (_, message) => `应为以下之一：${listed(message)}` },
  isInstant: { code: 'field.not_time', say: (_, message) => message },
  isIso8601: { code: 'field.not_time', say: () => '应为 ISO-8601 时间，例如 2026-01-05T01:00:00Z' },
  isDateString: { code: 'field.not_time', say: () => '应为 ISO-8601 时间，例如 2026-01-05T01:00:00Z' },
  isNotEmpty: { code: 'field.required', say: () => '不能为空' },
  isLength: { code: 'field.length', say: lengthSentence },
  minLength: { code: 'field.length', say: lengthSentence },
  maxLength: { code: 'field.length', say: lengthSentence },
  matches: { code: 'field.format', say: () => '格式不正确' },
  isPositive: { code: 'field.range', say: () => '应大于 0' },
  min: { code: 'field.range', say: ([least]) => `不能小于 ${least ?? ''}` },
  max: { code: 'field.range', say: ([most]) => `不能大于 ${most ?? ''}` },
  arrayNotEmpty: { code: 'field.size', say: () => '至少 1 项' },
  arrayMinSize: { code: 'field.size', say: ([least]) => `至少 ${least ?? '1'} 项` },
  arrayMaxSize: { code: 'field.size', say: ([most]) => `至多 ${most ?? ''} 项` },
  arrayUnique: { code: 'field.repeated', say: () => '不能有重复的项' },
};
const RANK = Object.keys(SENTENCES);
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
  const [first] = Object.entries(error.constraints ?? {}).sort(([a], [b]) => rankOf(a) - rankOf(b));
  if (first === undefined) return [];
  const [constraint, message] = first;
  if (error.value === undefined && constraint !== 'whitelistValidation') {
    return [{ pointer, code: 'field.required', message: '必须填写' }];
  }
  const { code, say } = SENTENCES[constraint] ?? OTHERWISE;
  if (isWrittenByUs(constraint, message)) return [{ pointer, code, message }];
  return [{ pointer, code, message: say(limitsIn(message, error.property), message) }];
}

const rankOf = (constraint: string): number =>
  RANK.includes(constraint) ? RANK.indexOf(constraint) : RANK.length;

/** Lists of values may be Chinese inside an English sentence. */
const isWrittenByUs = (constraint: string, message: string): boolean =>
  CHINESE.test(message) && constraint !== 'isIn' && constraint !== 'isEnum';

const limitsIn = (message: string, property: string): string[] =>
  message.replace(property, '').match(/-?\d+(?:\.\d+)?/g) ?? [];
