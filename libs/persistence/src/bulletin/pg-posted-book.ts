import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PostedBook, Refused } from '@zhuqi/application';
import { Database } from '../database/database';
import { STILL_OPEN } from '../database/writes-begun.sql';

const LOOK_EVERY_MS = 50;
/** Ten seconds: longer than a statement and a wait for a lock may take together. */
const MOST_LOOKS = 200;

/** Asks PostgreSQL which of the transactions that were open are open still; it keeps none of them waiting. */
@Injectable()
export class PgPostedBook extends PostedBook {
  constructor(private readonly database: Database) {
    super();
  }

  async settled(): Promise<void> {
    const begun = await this.open(null);
    for (let looks = 0, open = begun; open.length > 0; looks += 1) {
      if (looks === MOST_LOOKS) {
        throw new Refused({
          code: 'book.busy',
          detail: '有尚未结束的办理写入，暂时不能定格数字，请稍后再试',
        });
      }
      await pause(LOOK_EVERY_MS);
      open = await this.open(begun);
    }
  }

  private async open(ids: readonly string[] | null): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(STILL_OPEN, [ids])).map(({ id }) => id);
  }
}
