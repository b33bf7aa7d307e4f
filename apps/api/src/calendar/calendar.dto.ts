import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../edge/instant';
import { EachObject } from '../edge/each-object';

const HUNDRED_YEARS_IN_MINUTES = 100 * 366 * 24 * 60;

/** 查询某地区某年的工作日历 */
export class CalendarYearDto {
  /** 年份；不填为当前业务年份 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

/** 一段暂停，含起不含止 */
export class PauseDto {
  @IsInstant()
  from: string;

  @IsInstant()
  to: string;
}

/** 用哪份日历试算：calendar 与 regionCode 二选一 */
export class CalendarChoiceDto {
  /** 自带的工作日历：timeZone、weekly、seasons、holidays、exceptions、breaks */
  @IsOptional()
  @IsObject()
  calendar?: Record<string, unknown>;

  /** 采用某地区的工作日历 */
  @IsOptional()
  @Matches(/^[0-9]{6}$/)
  regionCode?: string;

  /** 暂停时段 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => PauseDto)
  pauses?: PauseDto[];
}

/** 试算到期时间；minutes、seconds、days 三选一 */
export class PreviewDeadlineDto extends CalendarChoiceDto {
  /** 开始时间 */
  @IsInstant()
  start: string;

  /** 工作分钟 */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0)
  @Max(HUNDRED_YEARS_IN_MINUTES)
  minutes?: number;

  /** 工作秒 */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0)
  @Max(HUNDRED_YEARS_IN_MINUTES * 60)
  seconds?: number;

  /** 工作日 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(36_600)
  days?: number;

  /** 从当日或次日起算工作日 */
  @IsOptional()
  @IsIn(['sameDay', 'nextDay'])
  from?: 'sameDay' | 'nextDay';

  /** 到第 n 个工作日下班为止；否则为同一时刻 */
  @IsOptional()
  @IsBoolean()
  endOfDay?: boolean;
}

/** 计算两个时间之间的工作时间 */
export class ElapsedDto extends CalendarChoiceDto {
  @IsInstant()
  from: string;

  @IsInstant()
  to: string;
}
