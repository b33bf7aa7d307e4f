import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListEscalations } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView } from '../edge';
import { EscalationListDto } from './escalation.dto';
import { escalationItemView, EscalationPageView } from './escalation.view';

/** What has risen to the caller: office, leader or city. */
@ApiTags('提级')
@ApiBearerAuth()
@Controller('escalations')
export class EscalationController {
  constructor(private readonly escalations: ListEscalations) {}

  @Get()
  @Can('escalation.read')
  @ApiOperation({ summary: '提级队列：红灯在黄灯之前，其次先提级的在前' })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: EscalationListDto,
  ): Promise<EscalationPageView> {
    return pageView(
      await this.escalations.execute(actor, query.state, pageRequest(query)),
      escalationItemView,
    );
  }
}
