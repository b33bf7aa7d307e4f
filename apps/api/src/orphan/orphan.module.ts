import { Module } from '@nestjs/common';
import { FindOrphans } from '@zhuqi/application';
import { OrphanController } from './orphan.controller';
import { OrphanGauge } from './orphan-gauge';

@Module({ controllers: [OrphanController], providers: [FindOrphans, OrphanGauge] })
export class OrphanModule {}
