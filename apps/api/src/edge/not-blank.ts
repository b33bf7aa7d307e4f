import { Matches } from 'class-validator';

/** Something one can see: neither white space nor the characters that only format (a zero-width space). */
const VISIBLE = /[^\s\p{Cf}]/u;

/** Put on a text that must say something. */
export const NotBlank = (): PropertyDecorator => Matches(VISIBLE, { message: '不能为空' });
