import { openDemoApp, type Answer, type Caller, type DemoApp } from '../../support/demo-app';
import { hasRedis, startRedis } from '../../support/redis';
import { RuleSweep } from '@zhuqi/worker';

export const REGION = '220105';
export const engines = [
  { engine: 'postgres', possible: true },
  { engine: 'redis', possible: hasRedis() },
] as const;

/** A demo district whose office changes its calendar. */
export interface RulesStage {
  readonly demo: DemoApp;
  readonly office: Caller;
  readonly sweep: RuleSweep;
  /** Closes days of the district; the demo stands on Friday 2023-10-20. */
  close(days: readonly string[], reason?: string, more?: object): Promise<Answer>;
  /** Ids of the tickets that have not come to an end, with what they follow. */
  tickets(): Promise<readonly FollowingTicket[]>;
  /** How often each ticket was told that its times had moved, by version. */
  told(): Promise<readonly { readonly ticket: string; readonly times: number }[]>;
  end(): Promise<void>;
}

export interface FollowingTicket {
  readonly id: string;
  readonly status: string;
  readonly calendar: number;
  readonly version: number;
}

export const closing = (day: string) => ({
  day,
  kind: 'closed',
  name: '暴雪停工',
  source: '区府办〔2023〕12号',
});

export async function openRulesStage(
  engine: 'postgres' | 'redis' = 'postgres',
  options: { readonly on?: string; readonly consumers?: boolean } = {},
): Promise<RulesStage> {
  const redis = engine === 'redis' ? await startRedis() : null;
  const demo = await openDemoApp({ redisUrl: redis?.url, ...options });
  const office = await demo.signIn('office');
  return {
    ...{ demo, office, sweep: demo.app.get(RuleSweep, { strict: false }) },
    close: (days, reason = '暴雪红色预警', more = {}) =>
      office.post(`/calendars/${REGION}/changes`, { setDays: days.map(closing), reason, ...more }),
    tickets: () =>
      demo.database.rows<FollowingTicket & { [column: string]: unknown }>(
        `select id, status, calendar_version as calendar, version from ticket where region_code = '220105' order by id`,
      ),
    told: () =>
      demo.database.rows<{ ticket: string; times: number }>(
        `select ticket_id::text || ':' || (data ->> 'calendarVersion') as ticket, count(*)::int as times
         from ticket_event where type = 'rescheduled' group by 1 order by 1`,
      ),
    end: async () => {
      await demo.close();
      await redis?.stop();
    },
  };
}
