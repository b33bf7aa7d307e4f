import { REQUEST_KINDS, SEVERITIES } from '@zhuqi/domain';
import type { RequestKind, Severity } from '@zhuqi/domain';
import { IsBoolean, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay } from '../edge';
import { InLowerCase } from './lower-case';
import { Optional } from './optional';

const NOT_BLANK = /\S/;
const LONG = 2_000;

/** 须由他人裁定的申请；各类申请用不到的项不能填写 */
export class RequestDto {
  /** return 退回 | extension 延期 | suspension 挂起 | downgrade 降级 */
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  reason: string;

  /** 依据：职责分工或规定；退回必填 */
  @Optional()
  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  basis?: string;

  /** 佐证：说明或材料编号 */
  @Optional()
  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  evidence?: string;

  /** 应承办的单位：退回必填，降级可填 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  toUnitId?: string;

  /** 延期到哪一天，工作日；延期必填 */
  @Optional()
  @IsDay()
  newDueOn?: string;

  /** 复核日期，工作日；挂起必填，到期自动恢复办理 */
  @Optional()
  @IsDay()
  reviewOn?: string;

  /** 降为哪一程度；降级可填 */
  @Optional()
  @IsIn(SEVERITIES)
  toSeverity?: Severity;
}

export class RulingDto {
  @IsBoolean()
  approved: boolean;

  /** 裁定意见 */
  @IsString()
  @Length(1, LONG)
  @Matches(NOT_BLANK)
  note: string;
}
