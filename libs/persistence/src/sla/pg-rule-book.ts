import { Injectable } from '@nestjs/common';
import { CalendarBook, RealClock, RuleBook } from '@zhuqi/application';
import { parsePolicy, policyOn, type Policy, type WorkingCalendar } from '@zhuqi/domain';
import { ReferenceDatabase } from '../database/reference-database';
import { ExpiringMemory } from '../database/expiring-memory';

/** A rule was edited: everybody works by it within this time. */
const KEPT_FOR_MS = 5_000;

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

  async calendar(regionCode: string): Promise<WorkingCalendar> {
    const found = await this.calendars.forRegion(regionCode);
    if (found === null) throw new Error(`region ${regionCode} has no working calendar`);
    return found;
  }

  async policy(regionCode: string, at: number): Promise<Policy> {
    const calendar = await this.calendar(regionCode);
    const found = policyOn(await this.versions(regionCode), calendar.dayOf(at));
    if (found === null) throw new Error(`region ${regionCode} has no policy in force`);
    return found;
  }

  async policyVersion(regionCode: string, version: number): Promise<Policy> {
    const found = (await this.versions(regionCode)).find((policy) => policy.version === version);
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
    return this.policies.get(regionCode, async () => {
      const rows = await this.database.rows<{ body: unknown }>(
        'select body from policy where region_code = $1 order by version',
        [regionCode],
      );
      return rows.map(({ body }) => policyFrom(body));
    });
  }

  private async codes(text: string): Promise<readonly string[]> {
    return (await this.database.rows<{ code: string }>(text)).map(({ code }) => code);
  }
}

function policyFrom(body: unknown): Policy {
  const parsed = parsePolicy(body);
  if (!parsed.ok) throw new Error(`stored policy is unreadable: ${parsed.refusal.detail}`);
  return parsed.value;
}
