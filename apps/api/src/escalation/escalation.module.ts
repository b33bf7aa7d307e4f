import { Module } from '@nestjs/common';
import { ListEscalations } from '@zhuqi/application';
import { EscalationController } from './escalation.controller';

@Module({ controllers: [EscalationController], providers: [ListEscalations] })
export class EscalationModule {}
