import { BASES, type Basis } from '@zhuqi/application';
import { MEASURES, POPULATIONS, type Day, type Measure, type Population } from '@zhuqi/domain';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsDay, IsInstant, PageDto } from '../edge';
import { IsKeyOf } from './key-text';

const COMPLAINTS = ['with', 'without'] as const;

/** 统计的范围与口径 */
export class FigureScopeDto {
  /** 六位行政区划代码，含其下级；不填为本人所在地区 */
  @IsOptional()
  @Matches(/^\d{6}$/)
  regionCode?: string;

  /** 起始日（含）；不填不限 */
  @IsOptional()
  @IsDay()
  from?: Day;

  /** 截止日（含）；不填不限 */
  @IsOptional()
  @IsDay()
  to?: Day;

  /** 截至何时；不填为现在 */
  @IsOptional()
  @IsInstant()
  asOf?: string;

  /** cohort 期内收集的诉求，其截至 asOf 的情况 | flow 期内发生的 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(BASES)
  basis: Basis = 'cohort';

  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(POPULATIONS)
  population: Population = 'enterprise';

  /** with 计入反映工作人员的诉求 | without 不计入 */
  @ApiPropertyOptional({ enum: COMPLAINTS, default: 'with' })
  @IsOptional()
  @IsIn(COMPLAINTS)
  complaints: (typeof COMPLAINTS)[number] = 'with';
}

/** 统计的范围、口径与分组 */
export class ResolutionDto extends FigureScopeDto {
  /** none，或至多两个维度，以逗号分隔：region township department industry officer leader category tier month */
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  groupBy = 'none';
}

/** 一个数字所计诉求的清单；各维度的值为 none 时指“未归口” */
export class CountedTicketsDto extends IntersectionType(PageDto, FigureScopeDto) {
  /** 哪一个数字，默认 collected */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(MEASURES)
  measure: Measure = 'collected';

  @IsKeyOf('region')
  region?: string;

  @IsKeyOf('township')
  township?: string;

  @IsKeyOf('department')
  department?: string;

  @IsKeyOf('industry')
  industry?: string;

  @IsKeyOf('officer')
  officer?: string;

  @IsKeyOf('leader')
  leader?: string;

  @IsKeyOf('category')
  category?: string;

  @IsKeyOf('tier')
  tier?: string;

  @IsKeyOf('month')
  month?: string;
}
