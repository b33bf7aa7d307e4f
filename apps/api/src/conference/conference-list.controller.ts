import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConferenceList } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView } from '../edge';
import { ConferenceListDto } from './conference-list.dto';
import { conferenceItemView, ConferencePageView } from './conference-list.view';

/** The conferences the caller has to do with; the office and the auditor see all of their regions. */
@ApiTags('一事一议')
@ApiBearerAuth()
@Controller('conferences')
export class ConferenceListController {
  constructor(private readonly conferences: ConferenceList) {}

  @Get()
  @Can('conference.read')
  @ApiOperation({
    summary: '与我有关的会商：待召开的按时间先后，已形成决定的新的在前，后续事项待落实的期限近的在前',
  })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: ConferenceListDto,
  ): Promise<ConferencePageView> {
    const { state } = query;
    return pageView(await this.conferences.page(actor, { state }, pageRequest(query)), conferenceItemView);
  }
}
