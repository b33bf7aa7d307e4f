import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../edge/route-access';
import { LivenessView, ReadinessView, readinessView } from './health.view';
import { ReadinessProbe } from './readiness';

/** For whoever watches the program. */
@ApiTags('运行')
@Controller('health')
export class HealthController {
  constructor(private readonly probe: ReadinessProbe) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: '进程在运行' })
  live(): LivenessView {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @ApiServiceUnavailableResponse({ type: ReadinessView })
  @ApiOperation({ summary: '能否接受工作，逐项列出', description: '有一项不成立即为 503。' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessView> {
    const readiness = await this.probe.read();
    if (!readiness.ready) void reply.code(503).header('retry-after', '2');
    return readinessView(readiness);
  }
}
