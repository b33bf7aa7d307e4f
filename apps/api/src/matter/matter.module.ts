import { Module } from '@nestjs/common';
import { AnswerMatter, ManageMatter, MatterScenes, TicketProcedure } from '@zhuqi/application';
import { SimilarModule } from '../similar/similar.module';
import { MatterController } from './matter.controller';

@Module({
  imports: [SimilarModule],
  controllers: [MatterController],
  providers: [ManageMatter, AnswerMatter, MatterScenes, TicketProcedure],
})
export class MatterModule {}
