import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResolutionStatistics } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView } from '../edge';
import { TicketPageView, ticketSummaryView } from '../ticket-list/ticket-summary.view';
import { countedTicketsRequest, resolutionRequest } from './resolution-question';
import { CountedTicketsDto, ResolutionDto } from './resolution.dto';
import { ResolutionReportView, resolutionReportView } from './resolution.view';

/** The published figures and the tickets behind them. */
@ApiTags('统计')
@ApiBearerAuth()
@Controller('statistics/resolution')
export class ResolutionController {
  constructor(private readonly statistics: ResolutionStatistics) {}

  @Get()
  @Can('statistics.read')
  @ApiOperation({ summary: '解决率与相关数字：可按至多两个维度分组，可回看任一时刻' })
  async report(
    @CurrentActor() actor: PersonActor,
    @Query() query: ResolutionDto,
  ): Promise<ResolutionReportView> {
    const request = resolutionRequest(query);
    return resolutionReportView(await this.statistics.report(actor, request), request.groupBy);
  }

  @Get('tickets')
  @Can('statistics.read')
  @ApiOperation({ summary: '一个数字所计的诉求，件数与该数字相等' })
  async tickets(
    @CurrentActor() actor: PersonActor,
    @Query() query: CountedTicketsDto,
  ): Promise<TicketPageView> {
    const page = await this.statistics.tickets(actor, countedTicketsRequest(query), pageRequest(query));
    return pageView(page, ticketSummaryView);
  }
}
