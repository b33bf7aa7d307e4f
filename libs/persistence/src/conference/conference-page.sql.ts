import type { ConferenceQueue } from '@zhuqi/application';
import { HANDLER_ROLES, hasRole, personsOf, scopeOf, unitsOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { momentText, type KeyShape } from '../paging/page-key';
import { NOW } from '../ticket-list/lamp.sql';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { namedPerson, namedUnit } from '../database/named-json.sql';

const OPEN_FOLLOW_UPS = `ticket_follow_up f
  where f.ticket_id = c.ticket_id and f.conference = c.ordinal and f.done_at is null`;

interface Queue {
  readonly state: 'planned' | 'concluded';
  /** What the queue is sorted by. */
  readonly moment: string;
  readonly direction: 'asc' | 'desc';
}

export const QUEUES = {
  planned: { state: 'planned', moment: 'c.held_at', direction: 'asc' },
  concluded: { state: 'concluded', moment: 'c.ended_at', direction: 'desc' },
  followUpsOpen: {
    state: 'concluded',
    moment: `(select min(f.due_at) from ${OPEN_FOLLOW_UPS})`,
    direction: 'asc',
  },
} as const satisfies Record<ConferenceQueue, Queue>;

export const shapeOf = (queue: ConferenceQueue): KeyShape => ({
  order: queue,
  values: ['moment', 'uuid', 'number'],
});

const FOLLOW_UPS = `(select coalesce(json_agg(json_build_object('ordinal', f.ordinal, 'what', f.what,
    'unit', ${namedUnit('f.unit_id')}, 'person', ${namedPerson('f.person_id')}, 'dueOn', f.due_on,
    'overdue', f.due_at <= ${NOW}) order by f.due_at, f.ordinal), '[]') from ${OPEN_FOLLOW_UPS})`;

export const columnsOf = (queue: ConferenceQueue): string => `${SUMMARY_COLUMNS},
  c.ordinal, c.state, c.subject, c.held_at, c.place, c.ended_at, c.decision,
  ${namedPerson('c.convened_by_id')} as convened_by, ${FOLLOW_UPS} as follow_ups,
  ${momentText(QUEUES[queue].moment)} as position`;

export const SOURCE = `ticket_conference c join ticket t on t.id = c.ticket_id ${SUMMARY_JOINS}`;

const SEES_ALL = ['office_dispatcher', 'auditor'] as const;

/** The reader's own conferences of a queue, within its scope. */
export function conditionsOf(reader: PersonActor, queue: ConferenceQueue, parameters: Parameters): string[] {
  const within = [`c.state = '${QUEUES[queue].state}'`, scopeCondition(scopeOf(reader), parameters)];
  const all = hasRole(reader, ...SEES_ALL);
  if (queue === 'followUpsOpen') {
    const mine = all ? [] : [`(${concerned(reader, parameters)} or ${charged(reader, parameters)})`];
    return [...within, `exists (select 1 from ${[OPEN_FOLLOW_UPS, ...mine].join(' and ')})`];
  }
  if (all) return within;
  const task = `exists (select 1 from ticket_follow_up f
    where f.ticket_id = c.ticket_id and f.conference = c.ordinal and ${charged(reader, parameters)})`;
  const ways = [concerned(reader, parameters), invited(reader, parameters), task];
  return [...within, `(${ways.join(' or ')})`];
}

const persons = (reader: PersonActor, parameters: Parameters): string =>
  `${parameters.add(personsOf(reader))}::uuid[]`;

/** The units a person handles for. */
const units = (reader: PersonActor, parameters: Parameters): string =>
  `${parameters.add(hasRole(reader, ...HANDLER_ROLES) ? unitsOf(reader) : [])}::uuid[]`;

/** Who convened it, and who holds its ticket. */
function concerned(reader: PersonActor, parameters: Parameters): string {
  const own = persons(reader, parameters);
  return `(c.convened_by_id = any(${own}) or t.holder_person_id = any(${own})
    or t.holder_unit_id = any(${units(reader, parameters)}))`;
}

const invited = (reader: PersonActor, parameters: Parameters): string =>
  `(c.person_ids && ${persons(reader, parameters)} or c.unit_ids && ${units(reader, parameters)})`;

const charged = (reader: PersonActor, parameters: Parameters): string =>
  `(f.person_id = any(${persons(reader, parameters)}) or f.unit_id = any(${units(reader, parameters)}))`;
