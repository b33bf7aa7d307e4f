import { ApiPropertyOptional } from '@nestjs/swagger';
import { TICKET_SORTS, TICKET_VIEWS, type TicketSort, type TicketView } from '@zhuqi/application';
import {
  LAMPS,
  POPULATIONS,
  SEVERITIES,
  STATUSES,
  TIERS,
  type Lamp,
  type Population,
  type Severity,
  type Tier,
  type TicketStatus,
} from '@zhuqi/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { PageDto } from '../edge';

/** 诉求列表的筛选、排序与翻页 */
export class TicketListDto extends PageDto {
  /** 可写多个，以逗号分隔 */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(STATUSES, { each: true })
  status?: TicketStatus[];

  @IsOptional()
  @Type(() => Number)
  @IsIn(TIERS)
  tier?: Tier;

  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @IsOptional()
  @IsIn(LAMPS)
  lamp?: Lamp;

  /** GET /categories 中的 code */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  category?: string;

  @IsOptional()
  @IsUUID()
  enterpriseId?: string;

  /** 某个项目的问题 */
  @IsOptional()
  @IsUUID()
  projectId?: string;

  /** enterprise 企业诉求 | project 项目问题 */
  @IsOptional()
  @IsIn(POPULATIONS)
  population?: Population;

  @IsOptional()
  @IsUUID()
  holderUnitId?: string;

  /** 标题、编号或企业名称中的片段 */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @Matches(/\S/)
  q?: string;

  /** mine 我的 | unit 本单位在办 | escalations 提级 | overdue 超期 | triage 待分诊 */
  @IsOptional()
  @IsIn(TICKET_VIEWS)
  view?: TicketView;

  /** due 先到期的在前（默认）| -submittedAt 新提交的在前 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(TICKET_SORTS)
  sort: TicketSort = 'due';
}
