import { ApiPropertyOptional } from '@nestjs/swagger';
import { DAY_RULE_KINDS, type DayRuleKind } from '@zhuqi/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, NotBlank } from '../edge';
import { EachObject } from '../edge/each-object';

const MOST_ORDERS = 200;

/** 本地区自定的一天或一段日子 */
export class DayRuleOrderDto {
  /** YYYY-MM-DD */
  @IsDay()
  day: string;

  /** 到哪一天为止（含）；不填为一天 */
  @IsOptional()
  @IsDay()
  until?: string;

  /** closed 不办公、open 办公 */
  @IsIn(DAY_RULE_KINDS)
  kind: DayRuleKind;

  /** 办公日的时段；不填为调休日的时段 */
  @ApiPropertyOptional({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  @IsOptional()
  @IsArray()
  hours?: string[][];

  /** 事由，例如 冬季停工、马拉松 */
  @Length(1, 60)
  @NotBlank()
  name: string;

  /** 依据 */
  @Length(1, 200)
  @NotBlank()
  source: string;
}

/** 一个季节的作息，起止均含，可跨年 */
export class SeasonDto {
  @Length(1, 60)
  @NotBlank()
  name: string;

  /** MM-DD */
  @Length(5, 5)
  from: string;

  /** MM-DD */
  @Length(5, 5)
  to: string;

  /** 每周的开放时段 */
  @IsObject()
  weekly: Record<string, string[][]>;
}

/** 工作日历的变更；不填的部分不变 */
export class CalendarAmendmentDto {
  /** 平时每周的开放时段 */
  @IsOptional()
  @IsObject()
  weekly?: Record<string, string[][]>;

  /** 调休日的时段 */
  @ApiPropertyOptional({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  @IsOptional()
  @IsArray()
  makeup?: string[][];

  /** 全部季节作息（替换原有的） */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => SeasonDto)
  seasons?: SeasonDto[];

  /** 本地区自定的日子 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ORDERS)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => DayRuleOrderDto)
  setDays?: DayRuleOrderDto[];

  /** 恢复按全国安排的日子 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ORDERS)
  @IsDay({ each: true })
  clearDays?: string[];

  /** 一年的节假日通知：year、days（day、kind、name、source、state） */
  @IsOptional()
  @IsObject()
  notice?: Record<string, unknown>;

  /** 试算时的版本；日历已被他人更新时拒绝 */
  @IsOptional()
  @IsInt()
  @Min(1)
  basedOn?: number;
}

/** 采用一项工作日历的变更 */
export class CalendarChangeDto extends CalendarAmendmentDto {
  /** 变更的理由，留痕 */
  @Length(1, 500)
  @NotBlank()
  reason: string;
}

/** 时限规则的变更 */
export class PolicyAmendmentDto {
  /** 整份时限规则，格式同 GET /policies/{regionCode}，不含 version 与 effectiveOn */
  @IsObject()
  terms: Record<string, unknown>;

  /** 自哪一天起生效 */
  @IsDay()
  effectiveOn: string;

  /** 在办的诉求也改按新规则；不填则保持已承诺的 */
  @IsOptional()
  @IsBoolean()
  rebases?: boolean;

  /** 试算时的最新版本；规则已被他人更新时拒绝 */
  @IsOptional()
  @IsInt()
  @Min(1)
  basedOn?: number;
}

/** 采用一项时限规则的变更 */
export class PolicyChangeDto extends PolicyAmendmentDto {
  /** 变更的理由，留痕 */
  @Length(1, 500)
  @NotBlank()
  reason: string;
}
