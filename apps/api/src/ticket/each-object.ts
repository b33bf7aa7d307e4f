import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A list inside a list would be looked through, and an inherited name taken for a declared field. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => key in Object.prototype);

const strangerIn = (value: unknown): number =>
  Array.isArray(value) ? value.findIndex((each) => !isPlain(each)) : -1;

/** Put on a DTO's list of nested objects, beside `ValidateNested`: every element must itself be an object. */
export const EachObject = (): PropertyDecorator =>
  ValidateBy({
    name: 'isObject',
    validator: {
      validate: (value) => strangerIn(value) === -1,
      defaultMessage: (said?: ValidationArguments) => `第 ${strangerIn(said?.value) + 1} 项应为对象`,
    },
  });
