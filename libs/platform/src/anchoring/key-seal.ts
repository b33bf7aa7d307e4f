import type { AnchorSeal } from '@zhuqi/application';
import { createHmac } from 'node:crypto';

/** HMAC-SHA-256, hexadecimal: whoever has the database and not the key cannot make an anchor. */
export class KeySeal implements AnchorSeal {
  constructor(private readonly key: string) {}

  sign(root: string): string {
    return createHmac('sha256', this.key).update(root).digest('hex');
  }
}
