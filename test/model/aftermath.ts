import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ActorBook, DeliverNotice, EventLogAudit, ResolutionStatistics } from '@zhuqi/application';
import {
  figuresOf,
  mapFigures,
  POPULATIONS,
  populationOf,
  scopeOf,
  withinScope,
  type Figures,
  type PersonActor,
  type Population,
  type Ticket,
} from '@zhuqi/domain';
import { CAST } from '../support/ticket-cast';
import { faultsOf } from '../support/ticket-invariants';
import { audienceOf } from './audience';
import type { History } from './history';
import { idOf, nameOfId, signedIn } from './names';
import type { System } from './system';

const INVARIANTS = [
  ...readFileSync(resolve(__dirname, '../support/invariants.sql'), 'utf8').matchAll(
    /^-- (I\d+ [^\n]*)\n([^;]+);/gm,
  ),
].map(([, name = '', statement = '']) => ({ name, statement }));

/** All of them at once, planned once: a thousand histories ask twenty questions each. */
const BROKEN = {
  name: 'model-invariants',
  text: INVARIANTS.map(
    ({ statement }, index) =>
      `select ${index} as index, (select json_agg(broken) from (${statement}) broken) as rows`,
  ).join(' union all '),
};

async function brokenInvariants({ database }: System): Promise<Record<string, unknown>> {
  const answers = await database.named<{ index: number; rows: readonly unknown[] | null }>(BROKEN);
  expect(answers).toHaveLength(INVARIANTS.length);
  const broken = answers.filter(({ rows }) => rows !== null);
  return Object.fromEntries(broken.map(({ index, rows }) => [INVARIANTS[index]?.name ?? '', rows]));
}

/** What must be true of the whole database once a history is over. */
export async function aftermath(history: History): Promise<void> {
  const { system, stories, model } = history;
  for (const story of stories) expect(faultsOf(story, model.time.now)).toEqual([]);
  await noticesArrive(history);
  expect(await brokenInvariants(system)).toEqual({});
  const { faults, tickets } = await system.get(EventLogAudit).inspect(5);
  expect({ faults, tickets }).toEqual({ faults: [], tickets: stories.length });
  await figuresAgree(history);
  await dutiesAgree(history);
}

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

const dutiesOf = ({ pairedEnterpriseIds, duties }: PersonActor) => ({
  pairedEnterpriseIds: sorted(pairedEnterpriseIds),
  unitIds: sorted(duties.unitIds),
  memberUnitIds: sorted(duties.memberUnitIds),
  leadsForIds: sorted(duties.leadsForIds),
});

/** People who can come to answer for something. */
const ON_POSTS = [
  ...(['officer', 'otherOfficer', 'township', 'townshipColleague', 'leader', 'otherLeader'] as const),
  ...(['department', 'taskForce', 'office'] as const),
];

/** Who signs in answers for what the model says, after everything that has changed hands. */
async function dutiesAgree({ system, model }: History): Promise<void> {
  const { people } = model;
  // What is done in the same millisecond has no order that the database could know.
  const moments = people.posts.done().map(({ doneAt }) => doneAt);
  const ordered = new Set(moments).size === moments.length;
  if (!ordered || (!people.posts.changed && !people.forces.changed)) return;
  for (const name of ON_POSTS) {
    const found = await system.get(ActorBook).find(idOf(CAST[name].id), idOf('no session'));
    expect(found?.ended).toBe(!people.isActive(name));
    expect(found === null ? null : dutiesOf(found.actor)).toEqual(dutiesOf(signedIn(people.person(name))));
  }
}

/** So many notices are delivered after each history. */
const DELIVERED = 3;

/** Each of them is delivered twice and tells the people the model says, once; nobody is told of what they may not read. */
async function noticesArrive({ system, notices, model }: History): Promise<void> {
  const every = Math.max(1, Math.floor(notices.length / DELIVERED));
  const chosen = notices.filter((_, index) => index % every === every - 1);
  const deliver = system.get(DeliverNotice);
  const { people } = model;
  // The directory remembers for some seconds, in which business time has gone on by months.
  system.forget();
  for (const { id, story, seq } of chosen) {
    const command = { outboxId: id, ticketId: story.ticket.id, seq };
    expect(await deliver.execute(command)).toBe('done');
    expect(await deliver.execute(command)).toBe('no_longer_applicable');
  }
  const told = await system.database.named<Told>(TOLD);
  const expected = chosen.map(({ story, seq }) => audienceOf(story, seq, people));
  expect(told.map(({ recipients }) => recipients.map(nameOfId).sort())).toEqual(
    expected.filter((people) => people.length > 0),
  );
}

interface Told {
  readonly recipients: readonly string[];
  readonly [column: string]: unknown;
}

const TOLD = {
  name: 'model-told',
  text: 'select array_agg(recipient_id::text) as recipients from notice group by ticket_id, seq order by min(id::text)',
};

const READER = 'city';

/** The published figures of the district, tier by tier, are the sums of what the model's tickets count for. */
async function figuresAgree(history: History): Promise<void> {
  for (const population of POPULATIONS) await figuresOfPopulation(history, population);
}

async function figuresOfPopulation(
  { system, stories, model }: History,
  population: Population,
): Promise<void> {
  const person = model.people.person(READER);
  const reader: PersonActor = signedIn(person);
  const { total, rows } = await system.get(ResolutionStatistics).report(reader, {
    ...{ regionCode: null, from: null, to: null, asOf: null },
    ...{ basis: 'cohort', population, groupBy: ['tier'] },
  });
  const counted = stories
    .map(({ ticket }) => ticket)
    .filter((ticket) => populationOf(ticket) === population && withinScope(scopeOf(person), ticket));
  expect(total.figures).toEqual(sumOf(counted));
  for (const { pinned, figures } of rows) {
    const tier = pinned[0]?.key ?? null;
    expect(figures).toEqual(sumOf(counted.filter((ticket) => keyOf(ticket) === tier)));
  }
}

const keyOf = ({ tier }: Ticket): string | null => (tier === null ? null : String(tier));

function sumOf(tickets: readonly Ticket[]): Figures {
  const counted = tickets.map(figuresOf);
  return mapFigures((figure) => counted.reduce((sum, figures) => sum + figures[figure], 0));
}
