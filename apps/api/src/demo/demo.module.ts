import { Module } from '@nestjs/common';
import { AdvanceDemoClock } from '@zhuqi/application';
import { DemoController } from './demo.controller';

@Module({ controllers: [DemoController], providers: [AdvanceDemoClock] })
export class DemoModule {}
