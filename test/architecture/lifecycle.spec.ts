import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACTIONS, fitsStatus, mayAct, ruleOf, STANDINGS, STATUSES, type Standing } from '@zhuqi/domain';
import { lifecycleDocument } from '../../scripts/lifecycle-document';
import { november } from '../support/november';
import { CAST, type CastName } from '../support/ticket-cast';
import { TicketStory } from '../support/ticket-stage';

const DOCUMENT = readFileSync(resolve(__dirname, '../../docs/lifecycle.md'), 'utf8');

/** The committed matrix as a set of `status action standing`. */
const committed = new Set(
  (/```text\n([\s\S]*?)```/.exec(DOCUMENT)?.[1] ?? '')
    .split('\n')
    .map((line) => line.split(' → ')[0]?.trim().split(/\s+/) ?? [])
    .flatMap(([status, action, ...who]) => who.map((standing) => `${status} ${action} ${standing}`)),
);

/** One person for each way to stand to a ticket, and to nothing else. */
const STANDS: Record<Standing, CastName> = {
  enterprise: 'enterprise',
  officer: 'officer',
  holder: 'department',
  office: 'office',
  leader: 'leader',
  city: 'city',
  system: 'system',
};

describe('docs/lifecycle.md', () => {
  test('is what the tables of the domain say', () => {
    expect(DOCUMENT).toBe(lifecycleDocument());
  });

  test('carries the matrix status × action × standing that the domain really decides by', () => {
    const { ticket } = new TicketStory(november('02T09:00'));
    const held = { ...ticket, tier: 3, holderUnitId: 'department', heldUnitIds: ['department'] } as const;
    const decided = STATUSES.flatMap((status) =>
      ACTIONS.flatMap((action) =>
        STANDINGS.filter((standing) => {
          const there = { ...held, status };
          return mayAct(action, CAST[STANDS[standing]], there).ok && fitsStatus(action, there).ok;
        }).map((standing) => `${status} ${action} ${standing}`),
      ),
    );
    expect([...committed].sort()).toEqual(decided.sort());
  });

  test('names every action and every status', () => {
    for (const action of ACTIONS) expect(DOCUMENT).toContain(`| ${ruleOf(action).label} | \`${action}\` |`);
    for (const status of STATUSES) expect(DOCUMENT).toContain(`| \`${status}\` |`);
  });
});
