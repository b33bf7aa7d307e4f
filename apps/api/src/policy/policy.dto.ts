import { IsIn, IsObject, Matches } from 'class-validator';
import {
  CHANNELS,
  SEVERITIES,
  TIERS,
  URGENCIES,
  type Channel,
  type Severity,
  type Tier,
  type Urgency,
} from '@zhuqi/domain';
import { IsInstant } from '../edge/instant';
import { Optional } from '../ticket/optional';

/** 试算一件无人办理的诉求会自动发生什么 */
export class TryOutDto {
  /** 采用哪个地区的工作日历、层级和时限规则；不填为本人所在地区 */
  @Optional()
  @Matches(/^[0-9]{6}$/)
  regionCode?: string;

  /** 拟定的时限规则，替代该地区现行的；格式同查询结果中的 terms */
  @Optional()
  @IsObject()
  policy?: Record<string, unknown>;

  /** 难易程度 */
  @IsIn(SEVERITIES)
  severity: Severity;

  /** 缓急；不填为 normal */
  @Optional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  /** 来源渠道；不填为 enterprise */
  @Optional()
  @IsIn(CHANNELS)
  channel?: Channel;

  /** 从哪个层级开始；不填按难易程度和渠道 */
  @Optional()
  @IsIn(TIERS)
  tier?: Tier;

  /** 派单的时间 */
  @IsInstant()
  start: string;
}
