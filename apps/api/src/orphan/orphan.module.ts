import { Module } from '@nestjs/common';
import { FindOrphans } from '@zhuqi/application';
import { OrphanController } from './orphan.controller';

@Module({ controllers: [OrphanController], providers: [FindOrphans] })
export class OrphanModule {}
