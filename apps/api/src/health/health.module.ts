import { Module } from '@nestjs/common';
import { Gauges } from './gauges';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { ReadinessProbe } from './readiness';

@Module({ controllers: [HealthController, MetricsController], providers: [ReadinessProbe, Gauges] })
export class HealthModule {}
