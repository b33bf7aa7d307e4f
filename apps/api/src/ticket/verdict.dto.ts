import type { Solved } from '@zhuqi/domain';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Optional } from './optional';

const NOT_BLANK = /\S/;
const MOST_QUESTIONS = 200;
const HIGHEST = 1_000;

export class ConfirmDto {
  /** yes | partly；未解决请使用 dispute */
  @IsIn(['yes', 'partly', 'no'])
  solved: Solved;

  @Optional()
  @IsInt()
  @Min(1)
  @Max(5)
  rating?: number;

  @Optional()
  @IsString()
  @MaxLength(1_000)
  comment?: string;
}

export class DisputeDto {
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  reason: string;

  /** 仍未解决的问题序号 */
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(HIGHEST, { each: true })
  items?: number[];
}

export class ReopenDto extends DisputeDto {
  /** 回访发现的问题；超过重办期限时必填 */
  @Optional()
  @IsString()
  @MaxLength(2_000)
  callBack?: string;
}

export class CloseDto {
  /** 回访情况 */
  @Optional()
  @IsString()
  @MaxLength(2_000)
  callBack?: string;
}
