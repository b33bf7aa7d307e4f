import { IsString, IsUUID, Length } from 'class-validator';
import { InLowerCase } from '../ticket/lower-case';
import { Optional } from '../ticket/optional';
import { NotBlank } from '../edge/not-blank';

/** 准备提交的诉求 */
export class SimilarWordsDto {
  @IsString()
  @Length(1, 120)
  @NotBlank()
  title: string;

  @IsString()
  @Length(1, 5_000)
  @NotBlank()
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
