import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** How every list is asked for its next page. */
export class PageDto {
  /** 每页条数，最多 100 */
  @ApiPropertyOptional({ type: Number })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  /** 上一页答复中的 nextCursor */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;

  /** 是否同时给出总数 */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => asBoolean(value))
  @IsBoolean()
  total = false;
}

/** Query strings are text; only the two words are truth values. */
export const asBoolean = (value: unknown): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
