import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { InLowerCase } from '../ticket/lower-case';
import { Optional } from '../ticket/optional';

const NOT_BLANK = /\S/;

/** 准备提交的诉求 */
export class SimilarWordsDto {
  @IsString()
  @Length(1, 120)
  @Matches(NOT_BLANK)
  title: string;

  @IsString()
  @Length(1, 5_000)
  @Matches(NOT_BLANK)
  description: string;

  /** GET /categories 中的 code */
  @IsString()
  @Length(1, 40)
  category: string;

  /** 不填为本企业 */
  @Optional()
  @InLowerCase()
  @IsUUID()
  enterpriseId?: string;
}
