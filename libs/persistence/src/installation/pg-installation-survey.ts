import { Injectable } from '@nestjs/common';
import {
  type Examples,
  InstallationSurvey,
  type RollupBacklog,
  type SurveyedInstallation,
  type SurveyedRegion,
  type SurveyedRole,
} from '@zhuqi/application';
import { type CalendarDay, publishedThrough } from '@zhuqi/domain';
import { APPLICATION_ROLE } from '../database/data-source';
import { Database } from '../database/database';
import { TAIL_BACKLOG } from '../statistics/roll.sql';
import { DAYS, EXAMPLES, REGIONS, ROLE, STANDING } from './survey.sql';

interface RoleRow {
  readonly exists: boolean;
  readonly usable: boolean;
  readonly held: readonly string[];
}

interface StandingRow {
  readonly serverVersion: number;
  readonly today: string;
  readonly administrators: number;
}

const NEEDED = ['SELECT', 'INSERT'] as const;

/** Asks the tables themselves. */
@Injectable()
export class PgInstallationSurvey extends InstallationSurvey {
  constructor(private readonly database: Database) {
    super();
  }

  async role(): Promise<SurveyedRole> {
    const [row] = await this.database.rows<RoleRow>(ROLE, [APPLICATION_ROLE]);
    const { exists, usable, held } = row ?? { exists: false, usable: false, held: [] };
    return {
      name: APPLICATION_ROLE,
      ...{ exists, usable },
      tooMany: held.filter((right) => !(NEEDED as readonly string[]).includes(right)),
      missing: NEEDED.filter((right) => !held.includes(right)),
    };
  }

  async look(): Promise<SurveyedInstallation> {
    const [standing] = await this.database.rows<StandingRow>(STANDING);
    if (standing === undefined) throw new Error('the business clock has no row');
    return {
      ...standing,
      regions: await this.database.rows<SurveyedRegion>(REGIONS),
      publishedThrough: publishedThrough(await this.database.rows<CalendarDay>(DAYS)),
      tail: await this.tail(),
      waitingForTriage: await this.examples('triage'),
      unitsWithoutHandler: await this.examples('units'),
      enterprisesWithoutOfficer: await this.examples('officer'),
      enterprisesWithoutLeader: await this.examples('leader'),
    };
  }

  private async tail(): Promise<RollupBacklog> {
    const [row] = await this.database.named<{ waiting: number; oldestSeconds: number }>(TAIL_BACKLOG);
    return row ?? { waiting: 0, oldestSeconds: 0 };
  }

  private async examples(of: keyof typeof EXAMPLES): Promise<Examples> {
    const [row] = await this.database.rows<{ count: number; names: string[] }>(EXAMPLES[of]);
    return row ?? { count: 0, names: [] };
  }
}
