import { Organisation1700000000001 } from './0001-organisation';
import { Ticket1700000000002 } from './0002-ticket';
import { Search1700000000003 } from './0003-search';
import { Seeding1700000000004 } from './0004-seeding';
import { EscalationQueue1700000000005 } from './0005-escalation-queue';
import { FairOverrun1700000000006 } from './0006-fair-overrun';
import { RequestsAndRounds1700000000007 } from './0007-requests-and-rounds';
import { RulesInVersions1700000000008 } from './0008-rules-in-versions';
import { Posts1700000000009 } from './0009-posts';
import { TaskForcesAndConferences1700000000010 } from './0010-task-forces-and-conferences';
import { Matter1700000000011 } from './0011-matter';
import { TriggersAndSweepLease1700000000012 } from './0012-triggers-and-sweep-lease';
import { LadderInThePolicy1700000000013 } from './0013-ladder-in-the-policy';
import { NothingLeftBehind1700000000014 } from './0014-nothing-left-behind';
import { SignalsInTheLedger1700000000015 } from './0015-signals-in-the-ledger';
import { Rollup1700000000016 } from './0016-rollup';
import { Project1700000000017 } from './0017-project';
import { Bulletin1700000000018 } from './0018-bulletin';
import { Ranking1700000000019 } from './0019-ranking';
import { Verification1700000000020 } from './0020-verification';
import { Anchor1700000000021 } from './0021-anchor';
import { AnchorPublication1700000000022 } from './0022-anchor-publication';

/** In order; a migration that has run anywhere is never edited. */
export const MIGRATIONS = [
  Organisation1700000000001,
  Ticket1700000000002,
  Search1700000000003,
  Seeding1700000000004,
  EscalationQueue1700000000005,
  FairOverrun1700000000006,
  RequestsAndRounds1700000000007,
  RulesInVersions1700000000008,
  Posts1700000000009,
  TaskForcesAndConferences1700000000010,
  Matter1700000000011,
  TriggersAndSweepLease1700000000012,
  LadderInThePolicy1700000000013,
  NothingLeftBehind1700000000014,
  SignalsInTheLedger1700000000015,
  Rollup1700000000016,
  Project1700000000017,
  Bulletin1700000000018,
  Ranking1700000000019,
  Verification1700000000020,
  Anchor1700000000021,
  AnchorPublication1700000000022,
];
