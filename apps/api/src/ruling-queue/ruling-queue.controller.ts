import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RulingQueue } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView } from '../edge';
import { RulingQueueDto } from './ruling-queue.dto';
import { rulingItemView, RulingPageView } from './ruling-queue.view';

/** What waits for the caller's ruling, and what it has ruled on. */
@ApiTags('申请与裁定')
@ApiBearerAuth()
@Controller('requests')
export class RulingQueueController {
  constructor(private readonly queue: RulingQueue) {}

  @Get()
  @Can('request.read')
  @ApiOperation({ summary: '裁定队列：待我裁定的按裁定期限先后，我已裁定的后裁定的在前' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: RulingQueueDto): Promise<RulingPageView> {
    const { state, kind } = query;
    const filter = { state, ...(kind === undefined ? {} : { kind }) };
    return pageView(await this.queue.page(actor, filter, pageRequest(query)), rulingItemView);
  }
}
