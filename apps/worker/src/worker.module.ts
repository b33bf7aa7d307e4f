import { type DynamicModule, Module } from '@nestjs/common';
import {
  AuditAnchors,
  AuditBulletins,
  AuditRankings,
  CarryOutDueHandovers,
  CarryOutHandover,
  CheckClocks,
  DRAWING,
  DeliverNotice,
  PublishDueBulletins,
  RouteTicket,
  TicketProcedure,
  VerifyAll,
} from '@zhuqi/application';
import { AnchorRounds } from './anchor-rounds';
import { BulletinRounds } from './bulletin-rounds';
import { Checks } from './checks';
import { Consumers } from './consumers';
import { FigureRounds } from './figure-rounds';
import { ForgottenRoutes } from './forgotten-routes';
import { Handlers } from './handlers';
import { HandoverRounds } from './handover-rounds';
import { ProofTimers } from './proof-timers';
import { Relay } from './relay';
import { DemoTime } from './demo-time';
import { RuleSweep } from './rule-sweep';
import { Schedules } from './schedules';
import { StormBrake } from './storm-brake';
import { Sweep } from './sweep';
import { HouseTimers, TicketTimers } from './timers';
import { Turn } from './turn';
import { VerifyRounds } from './verify-rounds';
import { WorkerSettings } from './worker-settings';

/** Jobs → use cases, and the timers that find the jobs. */
@Module({})
export class WorkerModule {
  static forRoot(settings: WorkerSettings): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: WorkerSettings, useValue: settings },
        ...[TicketProcedure, RouteTicket, CheckClocks, DeliverNotice],
        ...[CarryOutHandover, CarryOutDueHandovers, HandoverRounds],
        ...[...DRAWING, PublishDueBulletins, BulletinRounds],
        FigureRounds,
        ...[AuditAnchors, AuditBulletins, AuditRankings, VerifyAll, AnchorRounds, VerifyRounds, ProofTimers],
        ...[Turn, StormBrake, Checks, ForgottenRoutes],
        ...[Handlers, Relay, Sweep, RuleSweep, DemoTime, TicketTimers, HouseTimers, Schedules, Consumers],
      ],
      exports: [
        BulletinRounds,
        HandoverRounds,
        FigureRounds,
        AnchorRounds,
        VerifyRounds,
        Relay,
        Sweep,
        RuleSweep,
        Consumers,
        Handlers,
      ],
    };
  }
}
