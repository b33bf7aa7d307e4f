import { Injectable } from '@nestjs/common';
import { CalendarBook, RealClock, RuleBook, type VersionedCalendar } from '@zhuqi/application';
import { policyOn, type Policy, type WorkingCalendar } from '@zhuqi/domain';
import { ReferenceDatabase } from '../database/reference-database';
import { ExpiringMemory } from '../database/expiring-memory';
import { storedPolicy } from '../rules/stored-policy';

/** A rule was edited: everybody works by it within this time. */
const KEPT_FOR_MS = 5_000;

const POLICIES = 'select body from policy where region_code = $1 order by version';

/** Calendar, policies and lists of the districts, a few seconds old at most. */
@Injectable()
export class PgRuleBook extends RuleBook {
  private readonly policies: ExpiringMemory<readonly Policy[]>;
  private readonly lists: ExpiringMemory<readonly string[]>;

  constructor(
    private readonly database: ReferenceDatabase,
    private readonly calendars: CalendarBook,
    clock: RealClock,
  ) {
    super();
    this.policies = new ExpiringMemory(clock, KEPT_FOR_MS);
    this.lists = new ExpiringMemory(clock, KEPT_FOR_MS);
  }

  async calendar(regionCode: string): Promise<VersionedCalendar> {
    const found = await this.calendars.current(regionCode);
    if (found === null) throw new Error(`region ${regionCode} has no working calendar`);
    return found;
  }

  async calendarVersion(regionCode: string, version: number): Promise<WorkingCalendar> {
    const found = await this.calendars.version(regionCode, version);
    if (found === null) throw new Error(`region ${regionCode} has no calendar version ${String(version)}`);
    return found;
  }

  async policy(regionCode: string, at: number): Promise<Policy> {
    const { calendar } = await this.calendar(regionCode);
    const versions = await this.versions(regionCode);
    const found = policyOn(versions, calendar.dayOf(at));
    if (found === null) throw new Error(`region ${regionCode} has no policy in force`);
    return found;
  }

  async policyVersion(regionCode: string, version: number): Promise<Policy> {
    const known = (await this.versions(regionCode)).find((policy) => policy.version === version);
    // A version made within the last seconds is not in the memory yet.
    const found = known ?? (await this.read(regionCode)).find((policy) => policy.version === version);
    if (found === undefined) throw new Error(`region ${regionCode} has no policy version ${String(version)}`);
    return found;
  }

  rejectionGrounds(): Promise<readonly string[]> {
    return this.lists.get('rejection_ground', () =>
      this.codes('select code from rejection_ground order by position'),
    );
  }

  async isCategory(code: string): Promise<boolean> {
    const known = await this.lists.get('category', () =>
      this.codes('select code from category order by position'),
    );
    return known.includes(code);
  }

  private versions(regionCode: string): Promise<readonly Policy[]> {
    return this.policies.get(regionCode, () => this.read(regionCode));
  }

  private async read(regionCode: string): Promise<readonly Policy[]> {
    const rows = await this.database.rows<{ body: unknown }>(POLICIES, [regionCode]);
    return rows.map(({ body }) => storedPolicy(body));
  }

  private async codes(text: string): Promise<readonly string[]> {
    return (await this.database.rows<{ code: string }>(text)).map(({ code }) => code);
  }
}
