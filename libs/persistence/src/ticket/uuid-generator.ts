import { createHash } from 'node:crypto';
import { IdGenerator } from '@zhuqi/application';
import { v7 } from 'uuid';

/** UUID version 7: unguessable enough, and in the order of creation, which keeps the indexes dense. */
export class UuidGenerator extends IdGenerator {
  next(): string {
    return v7();
  }

  digest(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }
}
