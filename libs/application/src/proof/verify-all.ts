import { Injectable } from '@nestjs/common';
import { EventLogAudit, type LogAudit } from '../installation/event-log-audit';
import { RollupAudit, type RollupReport } from '../statistics';
import type { Anchoring } from './anchoring';
import { AuditAnchors, type AnchorReport } from './audit-anchors';
import { AuditBulletins, type BulletinReport } from './audit-bulletins';

/** Everything that can be proved of what is stored. */
export interface Verification {
  readonly log: LogAudit;
  readonly rollup: RollupReport;
  readonly bulletins: BulletinReport;
  readonly anchors: AnchorReport;
}

/** Recomputes chains, postings, sums, bulletins and anchors, one after another. */
@Injectable()
export class VerifyAll {
  constructor(
    private readonly log: EventLogAudit,
    private readonly rollup: RollupAudit,
    private readonly bulletins: AuditBulletins,
    private readonly anchors: AuditAnchors,
  ) {}

  async execute(mostFaults: number, anchoring: Anchoring): Promise<Verification> {
    return {
      log: await this.log.inspect(mostFaults),
      rollup: await this.rollup.inspect(mostFaults),
      bulletins: await this.bulletins.inspect(mostFaults),
      anchors: await this.anchors.inspect(mostFaults, anchoring),
    };
  }
}

/** Faults of all kinds together. */
export const faultsIn = ({ log, rollup, bulletins, anchors }: Verification): number =>
  log.faulty + log.book.faulty + rollup.faulty + rollup.astray + bulletins.faulty + anchors.faulty;
