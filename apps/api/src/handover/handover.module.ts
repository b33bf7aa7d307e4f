import { Module } from '@nestjs/common';
import {
  CancelHandover,
  CarryOutHandover,
  HandOver,
  JudgeHandover,
  TicketProcedure,
} from '@zhuqi/application';
import { HandoverController } from './handover.controller';

@Module({
  controllers: [HandoverController],
  providers: [HandOver, CancelHandover, JudgeHandover, CarryOutHandover, TicketProcedure],
})
export class HandoverModule {}
