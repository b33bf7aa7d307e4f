import { Module } from '@nestjs/common';
import { TicketListController } from './ticket-list.controller';

@Module({ controllers: [TicketListController] })
export class TicketListModule {}
