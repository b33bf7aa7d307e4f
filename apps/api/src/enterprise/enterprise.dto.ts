import { INDUSTRIES, type Day, type Industry } from '@zhuqi/domain';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay, PageDto } from '../edge';

/** 企业列表的筛选 */
export class EnterpriseListDto extends PageDto {
  /** 名称片段、拼音首字母或统一社会信用代码的开头 */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @Matches(/\S/)
  q?: string;

  @IsOptional()
  @IsIn(INDUSTRIES.map(({ code }) => code))
  industry?: Industry;

  @IsOptional()
  @IsUUID()
  townshipId?: string;
}

/** 包保关系的查询日 */
export class PairingListDto {
  /** 以哪一天为准；不填为今天 */
  @IsOptional()
  @IsDay()
  asOf?: Day;
}
