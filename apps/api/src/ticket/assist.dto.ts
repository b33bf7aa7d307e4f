import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay } from '../edge';
import { InLowerCase } from './lower-case';
import { Optional } from './optional';

const NOT_BLANK = /\S/;

export class AssistDto {
  @InLowerCase()
  @IsUUID()
  unitId: string;

  /** 请该单位就什么出具意见 */
  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  question: string;

  /** 协办期限，工作日；不填按政策 */
  @Optional()
  @IsDay()
  dueOn?: string;
}

export class OpinionDto {
  @IsString()
  @Length(1, 5_000)
  @Matches(NOT_BLANK)
  opinion: string;
}

export class ReleaseDto {
  @InLowerCase()
  @IsUUID()
  unitId: string;

  @IsString()
  @Length(1, 2_000)
  @Matches(NOT_BLANK)
  reason: string;
}
