import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refused } from '@zhuqi/application';

export const notFound = (): Refused => new Refused({ code: 'resource.not_found', detail: '没有找到' });

export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id that cannot exist is not found: `@Param('id', ParseId) id: string`. Answers it in lower case. */
@Injectable()
export class ParseId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw notFound();
    return value.toLowerCase();
  }
}
