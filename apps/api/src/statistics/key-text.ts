import { applyDecorators } from '@nestjs/common';
import type { Dimension } from '@zhuqi/domain';
import { IsOptional, Matches } from 'class-validator';

/** How the row of tickets without a key is named in an address. */
export const NO_KEY = 'none';

const ID = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const CODE = /^[A-Za-z_]{1,40}$/;

const KEY_FORM = {
  region: /^(none|\d{6})$/,
  township: ID,
  department: ID,
  industry: CODE,
  officer: ID,
  leader: ID,
  category: CODE,
  tier: /^(none|[1-5])$/,
  month: /^(none|\d{4}-(0[1-9]|1[0-2]))$/,
} as const satisfies Record<Dimension, RegExp>;

/** Put on a DTO's field that holds a dimension at one key. */
export const IsKeyOf = (dimension: Dimension): PropertyDecorator =>
  applyDecorators(IsOptional(), Matches(KEY_FORM[dimension]));
