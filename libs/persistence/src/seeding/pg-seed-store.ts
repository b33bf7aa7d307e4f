import { Injectable } from '@nestjs/common';
import { SeedStore, type DistrictRows, type ReferenceRows } from '@zhuqi/application';
import type { PoolClient } from 'pg';
import { Database } from '../database/database';
import { inTransaction } from '../database/with-client';
import { pinyinInitials } from '../enterprise/pinyin';
import { RegionRow } from '../reference/region.row';
import { TicketRow } from '../ticket/ticket.row';
import { SEED_STATEMENTS, type SeedTable } from './seed.sql';

type Rows = readonly object[];

/** Seeds in one transaction per call: all of it or nothing. */
@Injectable()
export class PgSeedStore extends SeedStore {
  constructor(private readonly database: Database) {
    super();
  }

  writeReference(rows: ReferenceRows): Promise<void> {
    return this.write([
      ['region', rows.regions],
      ['category', rows.categories],
      ['rejectionGround', rows.rejectionGrounds],
      ['unit', rows.units],
      ['unitIndustry', rows.unitIndustries],
      ['policy', rows.policies],
      ['calendarDay', rows.calendarDays],
      ['calendarYear', rows.calendarYears],
      ['calendar', rows.calendars],
    ]);
  }

  writeDistrict(rows: DistrictRows): Promise<void> {
    const named = rows.enterprises.map((each) => ({ ...each, pinyinInitials: pinyinInitials(each.name) }));
    return this.write([
      ['enterprise', named],
      ['person', rows.people],
      ['pairing', rows.pairings],
      ['project', rows.projects],
      ['bulletinSchedule', rows.bulletinSchedules],
    ]);
  }

  hasRegions(): Promise<boolean> {
    return this.database.repository(RegionRow).exists();
  }

  hasTickets(): Promise<boolean> {
    return this.database.repository(TicketRow).exists();
  }

  private async write(tables: readonly (readonly [SeedTable, Rows])[]): Promise<void> {
    await inTransaction(this.database, 'begin', async (client) => {
      for (const [table, rows] of tables) await writeRows(client, table, rows);
    });
  }
}

async function writeRows(client: PoolClient, table: SeedTable, rows: Rows): Promise<void> {
  await client.query(SEED_STATEMENTS[table], [JSON.stringify(rows)]);
}
