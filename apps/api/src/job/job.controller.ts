import { Controller, Get, HttpCode, Inject, Optional, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuse } from '@zhuqi/application';
import { QueueEngine } from '@zhuqi/messaging';
import { Can } from '../edge';
import { FailedJobListView, failedJobView } from './job.view';

const MOST_SHOWN = 100;
const NO_CONTENT = 204;

/** What the queue gave up on, for the administrator to look at and to try again. */
@ApiTags('后台任务')
@ApiBearerAuth()
@Controller('jobs')
export class JobController {
  constructor(@Optional() @Inject(QueueEngine) private readonly engine: QueueEngine | null) {}

  @Get('failed')
  @Can('job.read')
  @ApiOperation({ summary: '最终失败的后台任务，保留 14 天' })
  async failed(): Promise<FailedJobListView> {
    return { items: (await this.queue().failed(MOST_SHOWN)).map(failedJobView), nextCursor: null };
  }

  @Post(':id/retry')
  @HttpCode(NO_CONTENT)
  @Can('job.retry')
  @ApiOperation({ summary: '重试一个失败的后台任务' })
  async retry(@Param('id') id: string): Promise<void> {
    if (!(await this.queue().retryFailed(id))) refuse('resource.not_found', '没有这个失败的任务');
  }

  private queue(): QueueEngine {
    return this.engine ?? refuse('service.unavailable', '本进程没有连接任务队列');
  }
}
