import { Injectable } from '@nestjs/common';
import { FigureRollup, type RollupBacklog } from '@zhuqi/application';
import { Database } from '../database/database';
import { ROLL, TAIL_BACKLOG } from './roll.sql';

@Injectable()
export class PgFigureRollup extends FigureRollup {
  constructor(private readonly database: Database) {
    super();
  }

  async roll(most: number): Promise<number> {
    const [row] = await this.database.named<{ taken: number }>(ROLL, [most]);
    return row?.taken ?? 0;
  }

  async backlog(): Promise<RollupBacklog> {
    const [row] = await this.database.named<{ waiting: number; oldestSeconds: number }>(TAIL_BACKLOG);
    return row ?? { waiting: 0, oldestSeconds: 0 };
  }
}
