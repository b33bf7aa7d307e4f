import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { asBoolean, PageDto } from '../edge';

/** 通知列表的筛选 */
export class NoticeListDto extends PageDto {
  /** 只看未读 */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => asBoolean(value))
  @IsBoolean()
  unread = false;
}
