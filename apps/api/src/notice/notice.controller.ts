import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticeInbox, ReadNotice } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView, ParseId } from '../edge';
import { NoticeListDto } from './notice.dto';
import { noticeItemView, NoticePageView } from './notice.view';

/** What the signed-in person was told. */
@ApiTags('通知')
@ApiBearerAuth()
@Controller('notices')
export class NoticeController {
  constructor(
    private readonly inbox: NoticeInbox,
    private readonly readNotice: ReadNotice,
  ) {}

  @Get()
  @Can('notice.read')
  @ApiOperation({ summary: '本人收到的通知，新的在前' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: NoticeListDto): Promise<NoticePageView> {
    return pageView(await this.inbox.page(actor.id, query.unread, pageRequest(query)), noticeItemView);
  }

  @Post(':id/read')
  @HttpCode(204)
  @Can('notice.read')
  @ApiOperation({ summary: '标为已读；重复标记无影响' })
  async read(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<void> {
    await this.readNotice.execute(actor.id, id);
  }
}
