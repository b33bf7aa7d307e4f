import { Injectable } from '@nestjs/common';
import { Ladders } from '@zhuqi/application';
import type { Tier } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';

const LADDER: Statement = {
  name: 'ladder-of',
  text: 'select tier from ladder where region_code = $1 order by tier',
};

@Injectable()
export class SqlLadders extends Ladders {
  constructor(private readonly database: Database) {
    super();
  }

  async of(regionCode: string): Promise<readonly Tier[]> {
    return (await this.database.named<{ tier: Tier }>(LADDER, [regionCode])).map(({ tier }) => tier);
  }
}
