import { Module } from '@nestjs/common';
import { ShowTicket, SubmitTicket, TakeAction, TicketProcedure } from '@zhuqi/application';
import { EnterpriseActionsController } from './enterprise-actions.controller';
import { HandlingActionsController } from './handling-actions.controller';
import { RemarkActionsController } from './remark-actions.controller';
import { SubmissionController } from './submission.controller';
import { TicketActions } from './ticket-actions';
import { TicketPresenter } from './ticket-presenter';
import { TicketReadingController } from './ticket-reading.controller';

@Module({
  controllers: [
    SubmissionController,
    TicketReadingController,
    HandlingActionsController,
    EnterpriseActionsController,
    RemarkActionsController,
  ],
  providers: [SubmitTicket, TakeAction, ShowTicket, TicketProcedure, TicketPresenter, TicketActions],
})
export class TicketModule {}
