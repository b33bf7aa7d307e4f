import { pinyin } from 'pinyin-pro';

/** The initials a Chinese name is searched by: 长春宏达 → cchd. Letters and digits stay, everything else goes. */
export const pinyinInitials = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
