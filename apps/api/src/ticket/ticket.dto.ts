import { CONTACT_MEANS, OUTCOMES, VISIBILITIES } from '@zhuqi/domain';
import type { ContactMeans, Outcome, Visibility } from '@zhuqi/domain';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsDay } from '../edge';
import { InLowerCase } from './lower-case';
import { Optional } from './optional';

const NOT_BLANK = /\S/;
const LONG = 5_000;
const SHORT = 500;
const MOST_ITEMS = 50;

export class EmptyDto {}

export class RejectDto {
  /** 所列法定理由之一 */
  @IsString()
  @Length(1, 40)
  ground: string;

  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  explanation: string;
}

export class DispatchDto {
  @InLowerCase()
  @IsUUID()
  unitId: string;

  @Optional()
  @InLowerCase()
  @IsUUID()
  personId?: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  assistUnitIds?: string[];

  @Optional()
  @IsString()
  @MaxLength(SHORT)
  note?: string;
}

export class ContactDto {
  @IsIn(CONTACT_MEANS)
  means: ContactMeans;

  @IsString()
  @Length(1, SHORT)
  @Matches(NOT_BLANK)
  note: string;
}

export class RequestInfoDto {
  /** 一次列清需要补充的材料 */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  @Length(1, SHORT, { each: true })
  @Matches(NOT_BLANK, { each: true })
  items: string[];
}

export class TextDto {
  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  text: string;
}

export class AnswerDto {
  @IsIn(OUTCOMES)
  outcome: Outcome;

  /** 不填为当前承办单位 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  responsibleUnitId?: string;

  /** 解决路径 */
  @IsString()
  @Length(1, LONG)
  route: string;

  /** 办理结果 */
  @IsString()
  @Length(1, LONG)
  result: string;
}

export class ReasonDto {
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  reason: string;
}

export class ResumeDto {
  @Optional()
  @IsString()
  @MaxLength(SHORT)
  note?: string;
}

export class UrgeDto {
  @Optional()
  @IsString()
  @MaxLength(SHORT)
  note?: string;
}

export class SuperviseDto {
  /** 督办期限，工作日 */
  @Optional()
  @IsDay()
  dueOn?: string;

  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  instruction: string;
}

export class CommentDto {
  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  text: string;

  /** internal 内部 | enterprise 企业可见 */
  @IsIn(VISIBILITIES)
  visibility: Visibility;
}
