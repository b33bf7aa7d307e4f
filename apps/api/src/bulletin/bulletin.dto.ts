import { BASES, type Basis } from '@zhuqi/application';
import {
  BULLETIN_KINDS,
  MEASURES,
  POPULATIONS,
  REGULAR_KINDS,
  type BulletinKind,
  type Day,
  type Measure,
  type Population,
  type RegularKind,
} from '@zhuqi/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, NotBlank, PageDto } from '../edge';
import { Optional } from '../ticket/optional';

const REGION = /^\d{6}$/;
const MOST = 1_000_000;

/** 哪一地区 */
export class BulletinRegionDto {
  /** 六位行政区划代码；不填为本人所在地区 */
  @IsOptional()
  @Matches(REGION)
  regionCode?: string;
}

/** 通报的筛选 */
export class BulletinListDto extends PageDto {
  /** 六位行政区划代码；不填为本人可见的各地区 */
  @IsOptional()
  @Matches(REGION)
  regionCode?: string;

  /** weekly 周 | half_monthly 半月 | monthly 月 | special 专题 */
  @IsOptional()
  @IsIn(BULLETIN_KINDS)
  kind?: BulletinKind;
}

/** 发布一期通报 */
export class PublishBulletinDto {
  /** 六位行政区划代码；不填为本人所在地区 */
  @Optional()
  @Matches(REGION)
  regionCode?: string;

  /** weekly 周 | half_monthly 半月 | monthly 月 | special 专题 */
  @IsIn(BULLETIN_KINDS)
  kind: BulletinKind;

  /** 起始日；定期通报不填为最近结束的一期，专题通报必填 */
  @Optional()
  @IsDay()
  from?: Day;

  /** 截止日（含） */
  @Optional()
  @IsDay()
  to?: Day;

  /** 不填按种类与期间拟定 */
  @Optional()
  @IsString()
  @Length(1, 120)
  @NotBlank()
  title?: string;
}

/** 更正说明 */
export class BulletinNoteDto {
  @IsString()
  @Length(1, 2_000)
  @NotBlank()
  text: string;
}

/** 哪些通报按期自动发布 */
export class BulletinScheduleDto {
  /** 六位行政区划代码；不填为本人所在地区 */
  @Optional()
  @Matches(REGION)
  regionCode?: string;

  /** weekly | half_monthly | monthly；空列表为都不自动发布 */
  @IsArray()
  @ArrayUnique()
  @IsIn(REGULAR_KINDS, { each: true })
  kinds: RegularKind[];
}

/** 与通报时相比的变化 */
export class DifferencesDto extends PageDto {
  /** 列出使该数字变化的诉求；不填只列各数字 */
  @IsOptional()
  @IsIn(MEASURES)
  measure?: Measure;

  /** cohort 累计 | flow 本期 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(BASES)
  basis: Basis = 'cohort';

  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(POPULATIONS)
  population: Population = 'enterprise';
}

/** 设定一个数字在一段时间内的目标 */
export class FigureTargetDto {
  /** 六位行政区划代码；不填为本人所在地区 */
  @Optional()
  @Matches(REGION)
  regionCode?: string;

  @Optional()
  @IsIn(POPULATIONS)
  population?: Population;

  /** 哪一个数字 */
  @IsIn(MEASURES)
  figure: Measure;

  @IsDay()
  from: Day;

  @IsDay()
  to: Day;

  @IsInt()
  @Min(1)
  @Max(MOST)
  target: number;

  @IsString()
  @MaxLength(500)
  @NotBlank()
  reason: string;
}
