import { createHash } from 'node:crypto';

/**
 * A UUID (version 5 layout, RFC 9562) that is always the same for the same name, so that seeding twice
 * meets the rows of the first time.
 */
export function stableId(name: string): string {
  const hex = createHash('sha1').update(`zhuqi:${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
