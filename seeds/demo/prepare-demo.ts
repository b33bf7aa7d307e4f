import { Injectable } from '@nestjs/common';
import { DemoClock } from '@zhuqi/application';
import type { Instant } from '@zhuqi/domain';
import type { DemoAccount } from './district-types';
import { PlantDistrict } from './plant-district';
import { DEMO_STARTS_AT, TellStories } from './tell-stories';

export interface PreparedDemo {
  readonly accounts: readonly DemoAccount[];
  /** Tickets told this time; 0 when they had been told before. */
  readonly told: number;
  /** Business time the demo goes on from. */
  readonly now: Instant;
}

/** The whole demo from wherever the database stands; doing it again only sets the password and starts the time. */
@Injectable()
export class PrepareDemo {
  constructor(
    private readonly district: PlantDistrict,
    private readonly stories: TellStories,
    private readonly clock: DemoClock,
  ) {}

  /** Refuses a database with real tickets before it writes anything. */
  async execute(password: string): Promise<PreparedDemo> {
    await this.stories.refuseRealData();
    const accounts = await this.district.execute(password);
    const told = await this.stories.execute();
    return { accounts, told, now: await this.clock.start(DEMO_STARTS_AT) };
  }
}
