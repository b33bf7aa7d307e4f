import { Module } from '@nestjs/common';
import { DRAWING, ExplainDifferences, ManageBulletins, SetTarget } from '@zhuqi/application';
import { BulletinController } from './bulletin.controller';
import { FigureTargetController } from './figure-target.controller';

@Module({
  controllers: [BulletinController, FigureTargetController],
  providers: [...DRAWING, ManageBulletins, ExplainDifferences, SetTarget],
})
export class BulletinModule {}
