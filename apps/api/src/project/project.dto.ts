import {
  CLEARABLE_PROJECT_FIELDS,
  PROJECT_FUNDINGS,
  PROJECT_SECTORS,
  PROJECT_STATES,
  type ClearableProjectField,
  type Day,
  type ProjectFunding,
  type ProjectSector,
  type ProjectState,
} from '@zhuqi/domain';
import { ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { IsDay, NotBlank, PageDto } from '../edge';
import { InLowerCase } from '../ticket/lower-case';
import { Optional } from '../ticket/optional';

/** 一千亿元 */
const MOST_WAN = 10_000_000;

/** 项目必填的内容 */
class ProjectSubstanceDto {
  @IsString()
  @Length(1, 120)
  @NotBlank()
  name: string;

  @IsIn(PROJECT_SECTORS)
  sector: ProjectSector;

  /** 总投资，万元 */
  @IsInt()
  @Min(1)
  @Max(MOST_WAN)
  investmentWan: number;

  @IsIn(PROJECT_FUNDINGS)
  funding: ProjectFunding;
}

/** 可以不填的内容 */
class ProjectParticularsDto {
  /** 项目代码，本区内不重复 */
  @Optional()
  @IsString()
  @Length(1, 60)
  @NotBlank()
  code?: string;

  /** 建设地点所在街镇，项目问题由其按属地承办；不填即企业所在街镇 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  townshipId?: string;

  /** 包保领导；不填即企业的包保领导 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  leaderId?: string;

  /** 责任部门；不填即企业所属行业的行管部门 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  departmentId?: string;

  /** 项目秘书 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  secretaryId?: string;

  /** 计划开工日期 */
  @Optional()
  @IsDay()
  startsOn?: Day;

  /** 计划竣工日期 */
  @Optional()
  @IsDay()
  completesOn?: Day;
}

class OverCapacityDto {
  /** 包保领导的项目已达上限，仍由其包保 */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IsOptional()
  @IsBoolean()
  overCapacity = false;
}

/** 登记一个重点项目 */
export class EnterProjectDto extends IntersectionType(
  ProjectSubstanceDto,
  ProjectParticularsDto,
  OverCapacityDto,
) {
  /** 业主 */
  @InLowerCase()
  @IsUUID()
  enterpriseId: string;

  /** 不填为待开工（planned） */
  @Optional()
  @IsIn(PROJECT_STATES)
  state?: ProjectState;
}

/** 修改项目：只写要改的；业主与所在区不变 */
export class ChangeProjectDto extends IntersectionType(
  PartialType(ProjectSubstanceDto),
  ProjectParticularsDto,
  OverCapacityDto,
) {
  @Optional()
  @IsIn(PROJECT_STATES)
  state?: ProjectState;

  /** 要清空的各项 */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(CLEARABLE_PROJECT_FIELDS, { each: true })
  clear?: ClearableProjectField[];

  /** 为什么修改，记入变更记录 */
  @IsString()
  @Length(1, 2_000)
  @NotBlank()
  reason: string;
}

/** 项目的筛选 */
export class ProjectListDto extends PageDto {
  @IsOptional()
  @IsUUID()
  enterpriseId?: string;

  @IsOptional()
  @IsIn(PROJECT_SECTORS)
  sector?: ProjectSector;

  @IsOptional()
  @IsIn(PROJECT_FUNDINGS)
  funding?: ProjectFunding;

  @IsOptional()
  @IsIn(PROJECT_STATES)
  state?: ProjectState;

  @IsOptional()
  @IsUUID()
  leaderId?: string;

  /** 名称片段或项目代码的开头 */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @NotBlank()
  q?: string;
}
