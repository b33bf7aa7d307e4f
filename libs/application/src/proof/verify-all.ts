import { Injectable } from '@nestjs/common';
import { EventLogAudit, type LogAudit } from '../installation/event-log-audit';
import { RollupAudit, type RollupReport } from '../statistics';
import type { Anchoring } from './anchoring';
import { AuditAnchors, type AnchorReport } from './audit-anchors';
import { AuditBulletins, type BulletinReport } from './audit-bulletins';
import { AuditRankings, type RankingReport } from './audit-rankings';

/** Everything that can be proved of what is stored. */
export interface Verification {
  readonly log: LogAudit;
  readonly rollup: RollupReport;
  readonly bulletins: BulletinReport;
  readonly rankings: RankingReport;
  readonly anchors: AnchorReport;
}

/** Recomputes chains, postings, sums, bulletins, rankings and anchors, one after another. */
@Injectable()
export class VerifyAll {
  constructor(
    private readonly log: EventLogAudit,
    private readonly rollup: RollupAudit,
    private readonly bulletins: AuditBulletins,
    private readonly rankings: AuditRankings,
    private readonly anchors: AuditAnchors,
  ) {}

  async execute(mostFaults: number, anchoring: Anchoring): Promise<Verification> {
    return {
      log: await this.log.inspect(mostFaults),
      rollup: await this.rollup.inspect(mostFaults),
      bulletins: await this.bulletins.inspect(mostFaults),
      rankings: await this.rankings.inspect(mostFaults),
      anchors: await this.anchors.inspect(mostFaults, anchoring),
    };
  }
}

/** Faults of all kinds together. */
export const faultsIn = ({ log, rollup, bulletins, rankings, anchors }: Verification): number =>
  log.faulty +
  log.book.faulty +
  rollup.faulty +
  rollup.astray +
  bulletins.faulty +
  rankings.faulty +
  anchors.faulty;
