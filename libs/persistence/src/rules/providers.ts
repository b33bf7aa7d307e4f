import type { Provider } from '@nestjs/common';
import { RuleHistory, RunningTickets } from '@zhuqi/application';
import { PgRuleHistory } from './pg-rule-history';
import { PgRunningTickets } from './pg-running-tickets';

/** The ports of changing a district's rules. */
export const RULE_PROVIDERS: readonly Provider[] = [
  { provide: RuleHistory, useClass: PgRuleHistory },
  { provide: RunningTickets, useClass: PgRunningTickets },
];
