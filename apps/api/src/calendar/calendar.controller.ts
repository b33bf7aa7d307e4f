import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { MeasureWorkingTime, PreviewDeadline, ShowCalendarYear } from '@zhuqi/application';
import { instantOf } from '../edge/instant';
import { Can } from '../edge/route-access';
import { allowanceOf, choiceOf, pausesOf } from './calendar-question';
import { CalendarYearDto, ElapsedDto, PreviewDeadlineDto } from './calendar.dto';
import {
  CalendarYearView,
  calendarYearView,
  DeadlinePreviewView,
  deadlinePreviewView,
  ElapsedView,
} from './calendar.view';

/** Working calendars: what is published, and trying deadlines out. */
@ApiTags('工作日历')
@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly showYear: ShowCalendarYear,
    private readonly preview: PreviewDeadline,
    private readonly measure: MeasureWorkingTime,
  ) {}

  @Get(':regionCode')
  @Can('calendar.read')
  @ApiOperation({ summary: '某地区某年每一天的性质、依据与状态' })
  async show(
    @Param('regionCode') regionCode: string,
    @Query() { year }: CalendarYearDto,
  ): Promise<CalendarYearView> {
    return calendarYearView(await this.showYear.execute(regionCode, year));
  }

  @Post('preview')
  @HttpCode(200)
  @Can('calendar.read')
  @ApiOperation({ summary: '试算到期时间，逐段说明', description: '不保存任何内容。' })
  async previewDeadline(@Body() body: PreviewDeadlineDto): Promise<DeadlinePreviewView> {
    const preview = await this.preview.execute({
      choice: choiceOf(body),
      start: instantOf(body.start),
      allowance: allowanceOf(body),
      pauses: pausesOf(body),
    });
    return deadlinePreviewView(preview);
  }

  @Post('elapsed')
  @HttpCode(200)
  @Can('calendar.read')
  @ApiOperation({ summary: '两个时间之间的工作时间' })
  async elapsed(@Body() body: ElapsedDto): Promise<ElapsedView> {
    const workingSeconds = await this.measure.execute({
      choice: choiceOf(body),
      from: instantOf(body.from),
      to: instantOf(body.to),
      pauses: pausesOf(body),
    });
    return { workingSeconds };
  }
}
