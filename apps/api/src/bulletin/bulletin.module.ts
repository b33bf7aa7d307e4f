import { Module } from '@nestjs/common';
import { BriefingPaper, DRAWING, ExplainDifferences, ManageBulletins, SetTarget } from '@zhuqi/application';
import { OfficialBriefingPaper } from '@zhuqi/platform';
import { BriefingController } from './briefing.controller';
import { BulletinController } from './bulletin.controller';
import { FigureTargetController } from './figure-target.controller';

@Module({
  controllers: [BulletinController, BriefingController, FigureTargetController],
  providers: [
    ...DRAWING,
    ManageBulletins,
    ExplainDifferences,
    SetTarget,
    { provide: BriefingPaper, useClass: OfficialBriefingPaper },
  ],
})
export class BulletinModule {}
