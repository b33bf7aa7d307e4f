import { Module } from '@nestjs/common';
import {
  ExplainTicket,
  MergeTickets,
  ShowTicket,
  SubmitTicket,
  RaiseRequest,
  TakeAction,
  TicketProcedure,
} from '@zhuqi/application';
import { SimilarModule } from '../similar/similar.module';
import { AssistActionsController } from './assist-actions.controller';
import { ConferenceActionsController } from './conference-actions.controller';
import { EnterpriseActionsController } from './enterprise-actions.controller';
import { ExplainController } from './explain.controller';
import { HandlingActionsController } from './handling-actions.controller';
import { MergeController } from './merge.controller';
import { RemarkActionsController } from './remark-actions.controller';
import { RequestsController } from './requests.controller';
import { SubmissionController } from './submission.controller';
import { TicketActions } from './ticket-actions';
import { TicketParts } from './ticket-parts';
import { TicketPresenter } from './ticket-presenter';
import { TicketReadingController } from './ticket-reading.controller';

@Module({
  imports: [SimilarModule],
  controllers: [
    SubmissionController,
    TicketReadingController,
    ExplainController,
    HandlingActionsController,
    EnterpriseActionsController,
    AssistActionsController,
    ConferenceActionsController,
    RequestsController,
    MergeController,
    RemarkActionsController,
  ],
  providers: [
    ...[SubmitTicket, TakeAction, RaiseRequest, MergeTickets, ShowTicket, ExplainTicket, TicketProcedure],
    ...[TicketPresenter, TicketParts, TicketActions],
  ],
})
export class TicketModule {}
