import { Injectable } from '@nestjs/common';
import { BusinessClock, DemoClock } from '@zhuqi/application';

/** Keeps the demo's time where it was when the program ends, however it ends. */
@Injectable()
export class DemoTime {
  constructor(
    private readonly business: BusinessClock,
    private readonly clock: DemoClock,
  ) {}

  async beat(): Promise<void> {
    if (await this.business.isDemo()) await this.clock.heartbeat();
  }
}
