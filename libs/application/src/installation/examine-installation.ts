import { Injectable } from '@nestjs/common';
import { Installation } from '../health/installation';
import { FindOrphans } from '../orphan';
import { Outbox } from '../ports/outbox';
import { RealClock } from '../ports/real-clock';
import type { Finding } from './finding';
import { INSTALLATION_CHECKS } from './findings';
import { InstallationSurvey } from './installation-survey';

/** Looks at a migrated database the way an operator should, and says what is fine and what is not. */
@Injectable()
export class ExamineInstallation {
  constructor(
    private readonly survey: InstallationSurvey,
    private readonly installation: Installation,
    private readonly outbox: Outbox,
    private readonly clock: RealClock,
    private readonly orphans: FindOrphans,
  ) {}

  async execute(): Promise<readonly Finding[]> {
    const asked = this.clock.now();
    const { serverNow, verified } = await this.installation.state();
    const driftMs = serverNow - (asked + this.clock.now()) / 2;
    const examined = {
      ...(await this.survey.look()),
      role: await this.survey.role(),
      outbox: await this.outbox.backlog(),
      orphans: await this.orphans.counts(),
      driftMs,
      verified,
    };
    return INSTALLATION_CHECKS.map((check) => check(examined));
  }
}
