import {
  MATTER_STATES,
  MOST_TICKETS_OF_A_MATTER,
  OUTCOMES,
  type MatterState,
  type Outcome,
} from '@zhuqi/domain';
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
} from 'class-validator';
import { PageDto } from '../edge';
import { InLowerCase } from '../ticket/lower-case';
import { Optional } from '../ticket/optional';

const NOT_BLANK = /\S/;
const LONG = 5_000;

/** 要列入的诉求 */
export class MatterTicketsDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_TICKETS_OF_A_MATTER)
  @InLowerCase()
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ticketIds: string[];
}

/** 归并一组同类诉求 */
export class MakeMatterDto extends MatterTicketsDto {
  @IsString()
  @Length(1, 120)
  @Matches(NOT_BLANK)
  title: string;

  /** 牵头诉求：由它的承办人统一答复 */
  @InLowerCase()
  @IsUUID()
  leadTicketId: string;

  /** 为什么是同一件事 */
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  reason: string;
}

/** 统一答复 */
export class AnswerMatterDto {
  @IsIn(OUTCOMES)
  outcome: Outcome;

  /** 不填为牵头诉求的承办单位 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  responsibleUnitId?: string;

  /** 解决路径 */
  @IsString()
  @Length(1, LONG)
  route: string;

  /** 办理结果 */
  @IsString()
  @Length(1, LONG)
  result: string;
}

/** 同类诉求的筛选 */
export class MatterListDto extends PageDto {
  /** open 待统一答复 | answered 已统一答复 | dissolved 已解散 */
  @IsOptional()
  @IsIn(MATTER_STATES)
  state?: MatterState;
}
