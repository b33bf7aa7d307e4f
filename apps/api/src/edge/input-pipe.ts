import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import { Refused } from '@zhuqi/application';
import { notFound } from './parse-id';
import { unsafePlaceOf } from './safe-input';
import { validated } from './validated';

/** Parameters declared with one of these are the handler's own affair. */
const PLAIN: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];

/** Every body, query and path parameter: a DTO is validated, a single value only kept free of unsafe text. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (!PLAIN.includes(metatype)) return validated(metatype as ClassConstructor<object>, value);
    if (type === 'body') return value; // taken raw: the handler calls `validated` when its turn comes
    const unsafe = unsafePlaceOf(value);
    if (unsafe === null) return value;
    if (type === 'param') throw notFound(); // nothing has such an address
    throw new Refused({ ...unsafe, pointer: '' });
  }
}
