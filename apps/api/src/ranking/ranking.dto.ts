import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  RANKED_RATES,
  RANKING_KINDS,
  type Day,
  type Direction,
  type RankingKind,
  type RateCode,
} from '@zhuqi/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsInstant, NotBlank, PageDto } from '../edge';
import { EachObject } from '../edge/each-object';
import { InLowerCase } from '../ticket/lower-case';

const MOST_COMPONENTS = 12;
const LONGEST_TEXT = 1_000;

/** 排名的对象与期间 */
export class RankingPeriodDto {
  /** township 属地街镇 | department 行管部门 | officer 驻企专员 */
  @IsIn(RANKING_KINDS)
  kind: RankingKind;

  /** 起始日（含）：按期内收集的诉求排名 */
  @IsDay()
  from: Day;

  /** 截止日（含） */
  @IsDay()
  to: Day;

  /** 截至何时；不填为现在 */
  @IsOptional()
  @IsInstant()
  asOf?: string;
}

/** 查看排名 */
export class RankingDto extends RankingPeriodDto {
  /** 六位行政区划代码，含其下级；不填为本人所在地区 */
  @IsOptional()
  @Matches(/^\d{6}$/)
  regionCode?: string;
}

/** 查看排名办法 */
export class SchemeQueryDto {
  /** 六位行政区划代码；不填为本人所在地区 */
  @IsOptional()
  @Matches(/^\d{6}$/)
  regionCode?: string;
}

/** 排名的一项 */
export class SchemeComponentDto {
  @Matches(/^[a-z][a-z_]{0,39}$/)
  code: string;

  @IsString()
  @Length(1, 20)
  @NotBlank()
  label: string;

  /** 比率为 100% 时得（扣）的分 */
  @IsInt()
  @Min(1)
  @Max(100)
  weight: number;

  @IsIn(RANKED_RATES)
  rate: RateCode;

  /** earn 得分 | deduct 扣分 */
  @IsIn(['earn', 'deduct'])
  direction: Direction;

  /** 分母少于此数时不计此项 */
  @ApiPropertyOptional({ type: Number, default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  atLeast = 1;
}

/** 新的排名办法，自发布时起施行 */
export class SchemeDto {
  /** 收集件数少于此数的另列，不排名次 */
  @IsInt()
  @Min(1)
  @Max(1_000)
  minimumSample: number;

  /** 得分项的权重合计 100 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COMPONENTS)
  @EachObject()
  @ValidateNested({ each: true })
  @Type(() => SchemeComponentDto)
  components: SchemeComponentDto[];

  @IsString()
  @Length(1, 500)
  @NotBlank()
  reason: string;
}

/** 排名通报的筛选 */
export class RankingPublicationsDto extends PageDto {
  @IsOptional()
  @IsIn(RANKING_KINDS)
  kind?: RankingKind;
}

/** 异议 */
export class RankingAppealDto {
  /** 通报中的一行：本人或本单位 */
  @InLowerCase()
  @IsUUID()
  subjectKey: string;

  /** 哪一项；不填为整行 */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  component?: string;

  @IsString()
  @Length(1, LONGEST_TEXT)
  @NotBlank()
  text: string;
}

/** 异议的处理结果 */
export class AppealRulingDto {
  @IsBoolean()
  upheld: boolean;

  @IsString()
  @Length(1, LONGEST_TEXT)
  @NotBlank()
  note: string;
}
