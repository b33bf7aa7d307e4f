import { CHANNELS, SEVERITIES, URGENCIES } from '@zhuqi/domain';
import type { Channel, Severity, Urgency } from '@zhuqi/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EachObject } from '../edge/each-object';
import { QuestionDto } from './items.dto';
import { InLowerCase } from './lower-case';
import { Optional } from './optional';

const NOT_BLANK = /\S/;
const MOST_QUESTIONS = 200;

/** 提交一件诉求 */
export class SubmitTicketDto {
  /** 企业账号可省略（即本企业），且不能填写其他企业 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  enterpriseId?: string;

  /** 项目问题填写：须为该企业名下待开工或在建的项目 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  projectId?: string;

  @IsString()
  @Length(1, 120)
  @Matches(NOT_BLANK)
  title: string;

  @IsString()
  @Length(1, 5_000)
  @Matches(NOT_BLANK)
  description: string;

  /** GET /categories 中的 code */
  @IsString()
  @Length(1, 40)
  category: string;

  /** 不填为一般（simple） */
  @Optional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @Optional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @Optional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @Optional()
  @IsString()
  @MaxLength(40)
  contactName?: string;

  @Optional()
  @IsString()
  @Matches(/^[0-9+() -]{5,30}$/)
  contactPhone?: string;

  /** 保密件对承办单位隐去提交人 */
  @Optional()
  @IsBoolean()
  confidential?: boolean;

  /** 反映某位工作人员时填写：该人员既不承办也看不到 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  aboutPersonId?: string;

  /** 问题清单：逐项答复后才能整件答复 */
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => QuestionDto)
  items?: QuestionDto[];
}
