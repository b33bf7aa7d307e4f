import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindSimilar } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, ParseId } from '../edge';
import { SimilarWordsDto } from './similar.dto';
import { similarTicketsView, SimilarTicketsView } from './similar.view';

const OK = 200;

/** Probable duplicates, shown before a submission and at triage. */
@ApiTags('同类诉求')
@ApiBearerAuth()
@Controller('tickets')
export class SimilarController {
  constructor(private readonly similar: FindSimilar) {}

  @Post('similar')
  @HttpCode(OK)
  @Can('ticket.submit')
  @ApiOperation({ summary: '提交前查重：本人可见范围内可能相同的诉求，最多 10 件' })
  @ApiOkResponse({ type: SimilarTicketsView })
  async byWords(
    @Body() words: SimilarWordsDto,
    @CurrentActor() actor: PersonActor,
  ): Promise<SimilarTicketsView> {
    return similarTicketsView(await this.similar.byWords(words, actor));
  }

  @Get(':id/similar')
  @Can('ticket.read')
  @ApiOperation({ summary: '与这件诉求可能相同的诉求，最多 10 件' })
  async byTicket(
    @Param('id', ParseId) id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<SimilarTicketsView> {
    return similarTicketsView(await this.similar.byTicket(id, actor));
  }
}
