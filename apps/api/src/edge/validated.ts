import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { Refused } from '@zhuqi/application';
import { type InputIssue, issuesOf } from './input-issues';
import { escapePointer, unsafePlaceOf } from './safe-input';

/** An input with every fault named; becomes one problem document with its `errors`. */
export class InvalidInput extends Refused {
  constructor(readonly issues: readonly InputIssue[]) {
    super({ code: 'request.invalid', detail: '请求内容不符合要求，请按 errors 逐项修改' });
  }
}

/**
 * The input as an instance of its DTO: unknown fields refused, every constraint checked.
 * Action routes take their body as `unknown` and call this only after the ticket was found, permitted and fresh,
 * because 422 comes last: `const input = () => validated(AnswerDto, body)`.
 */
export function validated<T extends object>(dto: ClassConstructor<T>, input: unknown): T {
  const unsafe = unsafePlaceOf(input);
  if (unsafe !== null) throw new Refused(unsafe);
  const plain = input ?? {};
  if (typeof plain !== 'object' || Array.isArray(plain)) {
    throw new InvalidInput([{ pointer: '', code: 'field.not_object', message: '应为对象' }]);
  }
  refuseInherited(plain);
  if (declaresNothing(dto)) return emptyInput(dto, plain);
  const instance = plainToInstance(dto, withoutNulls(dto, plain), { exposeDefaultValues: true });
  dropNullsWithin(instance);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false, // a DTO without fields takes an empty object; `whitelist` refuses all else
    validationError: { target: false },
  });
  if (errors.length > 0) throw new InvalidInput(issuesOf(errors));
  return instance;
}

const declaresNothing = (dto: ClassConstructor<object>): boolean =>
  getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false).length === 0;

/** A DTO without fields takes an empty object; the validator itself would refuse the class as unknown. */
function emptyInput<T extends object>(dto: ClassConstructor<T>, input: object): T {
  const issues = Object.keys(input).map((key) => ({
    pointer: `/${escapePointer(key)}`,
    code: 'field.unknown',
    message: '没有这个字段',
  }));
  if (issues.length > 0) throw new InvalidInput(issues);
  return new dto();
}

/** `constructor` and the like are found on every object, so the validator takes them for declared fields. */
function refuseInherited(input: object): void {
  const strangers = Object.keys(input).filter((key) => key in Object.prototype);
  if (strangers.length === 0) return;
  throw new InvalidInput(
    strangers.map((key) => ({
      pointer: `/${escapePointer(key)}`,
      code: 'field.unknown',
      message: '没有这个字段',
    })),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields that may be left out and were sent as null: they are left out. The validator lets null pass unexamined. */
const nullsOf = (dto: object, fields: Fields): readonly string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(dto as ClassConstructor<object>, '', false, false)
    .filter(({ type, propertyName }) => type === 'conditionalValidation' && fields[propertyName] === null)
    .map(({ propertyName }) => propertyName);

/** Before the instance is made, so that a default takes the place of the null. */
function withoutNulls(dto: ClassConstructor<object>, input: object): object {
  const nulls = nullsOf(dto, input as Fields);
  return nulls.length === 0
    ? input
    : Object.fromEntries(Object.entries(input).filter(([key]) => !nulls.includes(key)));
}

/** The same for the objects in its lists. */
function dropNullsWithin(instance: object): void {
  const parts: readonly unknown[] = Object.values(instance).flat() as readonly unknown[];
  for (const nested of parts) {
    if (typeof nested !== 'object' || nested === null || nested.constructor === Object) continue;
    for (const key of nullsOf(nested.constructor, nested as Fields)) Reflect.deleteProperty(nested, key);
  }
}
