import { Injectable } from '@nestjs/common';
import { PublicationArchive, type PublicationFault, textFault } from './published-text';

export interface RankingReport {
  readonly rankings: number;
  readonly faulty: number;
  readonly faults: readonly PublicationFault[];
}

/** Holds every published ranking against its digest and its row. Its points are not drawn again. */
@Injectable()
export class AuditRankings {
  constructor(private readonly archive: PublicationArchive) {}

  async inspect(mostFaults: number): Promise<RankingReport> {
    const ids = await this.archive.ids('ranking');
    const faults: PublicationFault[] = [];
    for (const id of ids) {
      const stored = await this.archive.read('ranking', id);
      const fault = stored === null ? null : textFault(stored);
      if (stored !== null && fault !== null) faults.push({ id, title: stored.title, ...fault });
    }
    return { rankings: ids.length, faulty: faults.length, faults: faults.slice(0, mostFaults) };
  }
}
