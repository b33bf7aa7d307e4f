import { ApiPropertyOptional } from '@nestjs/swagger';
import { MOST_MEMBERS, TASK_FORCE_STATES, type TaskForceState } from '@zhuqi/application';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { PageDto } from '../edge';
import { EachObject } from '../edge/each-object';
import { InLowerCase } from '../ticket/lower-case';
import { Optional } from '../ticket/optional';

const NOT_BLANK = /\S/;
const MOST_TICKETS = 200;

/** 专班列表的筛选 */
export class TaskForceListDto extends PageDto {
  /** active 在办（默认）| dissolved 已解散 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(TASK_FORCE_STATES)
  state: TaskForceState = 'active';
}

export class FoundTaskForceDto {
  @IsString()
  @Length(1, 100)
  @Matches(NOT_BLANK)
  name: string;

  /** 为何事设立 */
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  purpose: string;

  /** 牵头人：本区可以办理诉求的人员 */
  @InLowerCase()
  @IsUUID()
  leadPersonId: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_MEMBERS)
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  memberUnitIds: string[];

  /** 一并交办给专班的诉求 */
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_TICKETS)
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  ticketIds?: string[];
}

export class ChangeTaskForceDto {
  @Optional()
  @InLowerCase()
  @IsUUID()
  leadPersonId?: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_MEMBERS)
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  addUnitIds?: string[];

  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_MEMBERS)
  @InLowerCase()
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  removeUnitIds?: string[];
}

/** 一件诉求由哪个单位接续 */
export class DestinationDto {
  @InLowerCase()
  @IsUUID()
  ticketId: string;

  @InLowerCase()
  @IsUUID()
  unitId: string;
}

export class DissolveTaskForceDto {
  /** 解散的说明 */
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  note: string;

  /** 没有另行指定的诉求由哪个单位接续 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  toUnitId?: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @EachObject()
  @ArrayUnique((each: DestinationDto) => each.ticketId)
  @ValidateNested({ each: true })
  @Type(() => DestinationDto)
  tickets?: DestinationDto[];
}
