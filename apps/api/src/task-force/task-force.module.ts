import { Module } from '@nestjs/common';
import { ChangeTaskForce, DissolveTaskForce, FoundTaskForce, TicketProcedure } from '@zhuqi/application';
import { TaskForceController } from './task-force.controller';

@Module({
  controllers: [TaskForceController],
  providers: [FoundTaskForce, ChangeTaskForce, DissolveTaskForce, TicketProcedure],
})
export class TaskForceModule {}
