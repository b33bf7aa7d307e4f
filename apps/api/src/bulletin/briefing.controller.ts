import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BriefingPaper, BulletinBook, unknownBulletin } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, ParseId } from '../edge';
import { attachment } from './attachment';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The bulletin as it is printed, signed and sent round. */
@ApiTags('通报')
@ApiBearerAuth()
@Controller('bulletins')
export class BriefingController {
  constructor(
    private readonly book: BulletinBook,
    private readonly paper: BriefingPaper,
  ) {}

  @Get(':id/briefing.docx')
  @Can('bulletin.read')
  @ApiOperation({ summary: '一期通报的公文稿（调度通报，.docx），附更正说明' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: '公文稿', schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) id: string,
  ): Promise<StreamableFile> {
    const found = (await this.book.find(actor, id)) ?? unknownBulletin();
    const bytes = await this.paper.render(found.content, found.notes);
    const disposition = attachment(found.title, 'briefing', 'docx');
    return new StreamableFile(bytes, { type: DOCX, disposition, length: bytes.length });
  }
}
