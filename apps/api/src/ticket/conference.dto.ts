import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsInstant } from '../edge';
import { EachObject } from '../edge/each-object';
import { InLowerCase } from './lower-case';
import { Optional } from './optional';

const NOT_BLANK = /\S/;
const MOST_PARTIES = 30;
const MOST_FOLLOW_UPS = 50;
const HIGHEST = 1_000;

export class ConveneDto {
  /** 议题 */
  @IsString()
  @Length(1, 500)
  @Matches(NOT_BLANK)
  subject: string;

  /** 召开时间，须在一年以内；补录的可早于现在 */
  @IsInstant()
  heldAt: string;

  @Optional()
  @IsString()
  @Length(1, 200)
  @Matches(NOT_BLANK)
  place?: string;

  /** 参加单位；此后可以查看该诉求 */
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_PARTIES)
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  unitIds?: string[];

  /** 参加人员；此后可以查看该诉求 */
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_PARTIES)
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  personIds?: string[];

  /** 邀请的外部人员，写姓名 */
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_PARTIES)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  @Matches(NOT_BLANK, { each: true })
  guests?: string[];
}

/** 会商确定的一项后续事项；unitId 与 personId 填其中之一 */
export class FollowUpDto {
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  what: string;

  @Optional()
  @InLowerCase()
  @IsUUID()
  unitId?: string;

  @Optional()
  @InLowerCase()
  @IsUUID()
  personId?: string;

  /** 期限，工作日 */
  @IsDay()
  dueOn: string;
}

export class ConcludeDto {
  /** 第几次会商 */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  conference: number;

  @IsString()
  @Length(1, 20_000)
  @Matches(NOT_BLANK)
  minutes: string;

  @IsString()
  @Length(1, 5_000)
  @Matches(NOT_BLANK)
  decision: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_FOLLOW_UPS)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => FollowUpDto)
  followUps?: FollowUpDto[];
}

export class CancelConferenceDto {
  /** 第几次会商 */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  conference: number;

  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  reason: string;
}

export class FinishFollowUpDto {
  /** 第几项后续事项 */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  followUp: number;

  @IsString()
  @Length(1, 5_000)
  @Matches(NOT_BLANK)
  result: string;
}
