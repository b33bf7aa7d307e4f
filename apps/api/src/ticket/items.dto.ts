import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, NotBlank } from '../edge';
import { EachObject } from '../edge/each-object';
import { Optional } from './optional';

const LONG = 5_000;
const SHORT = 500;
const MOST_REPLIES = 200;
const MOST_DEFERRED = 50;
const HIGHEST = 1_000;

/** 问题清单中的一项 */
export class QuestionDto {
  @IsString()
  @Length(1, SHORT)
  @NotBlank()
  text: string;

  /** 该项期限，工作日；不填随整件；企业提交时由受理方确定，不能填写 */
  @Optional()
  @IsDay()
  dueOn?: string;
}

/** 容缺的一项材料 */
export class DeferredDto {
  @IsString()
  @Length(1, SHORT)
  @NotBlank()
  text: string;

  /** 补交期限，工作日 */
  @IsDay()
  dueOn: string;
}

export class AcceptDto {
  /** 容缺受理：可以后补的材料及期限；须同时写明 commitment */
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_DEFERRED)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => DeferredDto)
  deferred?: DeferredDto[];

  /** 企业的承诺 */
  @Optional()
  @IsString()
  @Length(1, 2_000)
  @NotBlank()
  commitment?: string;
}

export class DeferDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_DEFERRED)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => DeferredDto)
  deferred: DeferredDto[];

  /** 企业的承诺 */
  @IsString()
  @Length(1, 2_000)
  @NotBlank()
  commitment: string;
}

/** 对一项问题的答复 */
export class ItemReplyDto {
  /** 问题的序号，从 1 起 */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  item: number;

  @IsString()
  @Length(1, LONG)
  @NotBlank()
  reply: string;
}

export class ReplyDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_REPLIES)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => ItemReplyDto)
  replies: ItemReplyDto[];
}

/** 一项问题的期限 */
export class ItemPlanDto {
  /** 问题的序号，从 1 起 */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  item: number;

  @IsDay()
  dueOn: string;
}

export class PlanItemsDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_REPLIES)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => ItemPlanDto)
  plan: ItemPlanDto[];
}

export class SupplyDeferredDto {
  /** 所补材料的序号 */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_DEFERRED)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(HIGHEST, { each: true })
  items: number[];

  @IsString()
  @Length(1, LONG)
  @NotBlank()
  text: string;
}
