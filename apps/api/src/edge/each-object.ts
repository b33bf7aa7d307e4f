import { ValidateBy, type ValidationArguments } from 'class-validator';

/** The validator looks through a list inside a list, so that its own check would let one pass. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
