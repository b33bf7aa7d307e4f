import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** 拨快演示时间；两者须填且只填一个 */
export class AdvanceDemoClockDto {
  /** 拨快多少分钟 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(525_600)
  advanceMinutes?: number;

  /** 拨到之后第几个工作日的同一时刻 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(250)
  advanceWorkdays?: number;
}
