import { Injectable } from '@nestjs/common';
import { RollupAudit, type RollupFault, type RollupReport } from '@zhuqi/application';
import { Database } from '../database/database';
import { patiently, WITHOUT_LIMIT } from '../database/patiently';
import { inTransaction } from '../database/with-client';
import { COMPARED_COLUMNS, EXTENT, WRONG_SUMS } from './rollup-audit.sql';

// Every posting is read and summed up: that takes more memory than a screen may, and sorting by texts takes longest.
const ONE_SNAPSHOT = `begin isolation level repeatable read read only; ${WITHOUT_LIMIT};
  set local work_mem = '64MB'; set local enable_sort = off; set local jit = off`;

interface WrongRow extends Omit<RollupFault, 'column' | 'stored' | 'expected'> {
  readonly stored: readonly (string | null)[];
  readonly expected: readonly (string | null)[];
  readonly faulty: number;
}

type Extent = Omit<RollupReport, 'faulty' | 'faults'>;

@Injectable()
export class PgRollupAudit extends RollupAudit {
  constructor(private readonly database: Database) {
    super();
  }

  inspect(mostFaults: number): Promise<RollupReport> {
    return inTransaction(this.database, ONE_SNAPSHOT, async (client) => {
      const [extent] = await patiently<Extent>(client, EXTENT);
      if (extent === undefined) throw new Error('a count without a row');
      // At least one row is asked for: it says how many there are.
      const wrong = await patiently<WrongRow>(client, WRONG_SUMS, [Math.max(1, mostFaults)]);
      return {
        ...extent,
        faulty: wrong[0]?.faulty ?? 0,
        faults: wrong.slice(0, mostFaults).map(faultOf),
      };
    });
  }
}

function faultOf({ stored, expected, faulty: _, ...place }: WrongRow): RollupFault {
  const index = COMPARED_COLUMNS.findIndex((_column, n) => stored[n] !== expected[n]);
  return {
    ...place,
    column: COMPARED_COLUMNS[index] ?? '',
    stored: stored[index] ?? null,
    expected: expected[index] ?? null,
  };
}
