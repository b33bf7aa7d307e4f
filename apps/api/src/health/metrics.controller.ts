import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Metrics } from '@zhuqi/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../edge/route-access';

/** Figures for Prometheus; they name routes and counts, never people. */
@ApiTags('运行')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Public()
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'Prometheus 指标' })
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
