import { CHANNELS, CONTACT_MEANS, OUTCOMES, SEVERITIES, URGENCIES, VISIBILITIES } from '@zhuqi/domain';
import type { Channel, ContactMeans, Outcome, Severity, Solved, Urgency, Visibility } from '@zhuqi/domain';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay } from '../edge';

const NOT_BLANK = /\S/;
const LONG = 5_000;
const SHORT = 500;
const MOST_ITEMS = 50;

/** 提交一件诉求 */
export class SubmitTicketDto {
  /** 企业账号可省略（即本企业），且不能填写其他企业 */
  @IsOptional()
  @IsUUID()
  enterpriseId?: string;

  @IsString()
  @Length(1, 120)
  @Matches(NOT_BLANK)
  title: string;

  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  description: string;

  /** GET /categories 中的 code */
  @IsString()
  @Length(1, 40)
  category: string;

  /** 不填为一般（simple） */
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  contactName?: string;

  @IsOptional()
  @IsString()
  @Matches(/^[0-9+() -]{5,30}$/)
  contactPhone?: string;

  /** 保密件对承办单位隐去提交人 */
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;

  /** 反映某位工作人员时填写：该人员既不承办也看不到 */
  @IsOptional()
  @IsUUID()
  aboutPersonId?: string;
}

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
  @IsUUID()
  unitId: string;

  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  assistUnitIds?: string[];

  @IsOptional()
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
  @IsOptional()
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

export class ConfirmDto {
  /** yes | partly；未解决请使用 dispute */
  @IsIn(['yes', 'partly', 'no'])
  solved: Solved;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  rating?: number;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  comment?: string;
}

export class ReasonDto {
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  reason: string;
}

export class CloseDto {
  /** 回访情况 */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  callBack?: string;
}

export class UrgeDto {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  note?: string;
}

export class SuperviseDto {
  /** 督办期限，工作日 */
  @IsOptional()
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
