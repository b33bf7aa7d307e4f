import { randomUUID } from 'node:crypto';
import { SubmitTicket, type SubmitCommand } from '@zhuqi/application';
import {
  accepted,
  hasRole,
  policyOn,
  questionList,
  refused,
  type ChainOfResponsibility,
  type Decision,
  type ItemInput,
  type Policy,
  type Ticket,
  type TicketItem,
} from '@zhuqi/domain';
import { CAST, PEOPLE } from '../support/ticket-cast';
import type { Terms } from '../support/ticket-plays';
import { TicketStory, type Said } from '../support/ticket-stage';
import { Dice } from './dice';
import { CALENDAR, chainOn, industryOf, POLICIES } from './district';
import { ENTERPRISES, idOf, signedIn, type EnterpriseName } from './names';
import type { Submission } from './plan';
import { outcomeOf, type Outcome, type System } from './system';

/** A submission in the model's words, and as the program is told it. */
interface Raised {
  readonly enterprise: EnterpriseName;
  readonly aboutPersonId: string | null;
  readonly lines: readonly ItemInput[];
}

const OWN: Partial<Record<Submission['by'], EnterpriseName>> = {
  ...{ enterprise: 'enterprise', officer: 'enterprise' },
  ...{ otherEnterprise: 'rival', otherOfficer: 'rival' },
};

const ABOUT = ['officer', 'wang', 'chen', 'li', 'leader', 'he'] as const;

function raised({ by, choice }: Submission): Raised {
  const dice = new Dice(choice);
  const own = OWN[by];
  const enterprise = own === undefined || dice.oneIn(40) ? dice.pick(ENTERPRISES) : own;
  const aboutPersonId = dice.oneIn(8) ? dice.pick(ABOUT) : null;
  const count = dice.oneIn(3) ? 1 + dice.roll(3) : 0;
  const dated = !hasRole(CAST[by], 'enterprise', 'integrator') || dice.oneIn(10);
  const lines = Array.from({ length: count }, (_, index) => ({
    text: `问题 ${index + 1}`,
    ...(dated && dice.oneIn(2) ? { dueOn: dice.pick(['2026-11-12', '2026-11-20', '2026-12-31']) } : {}),
  }));
  return { enterprise, aboutPersonId, lines };
}

const PROBLEM = { title: '厂区供电', description: '变压器容量不足', category: 'utilities' } as const;

interface Identity {
  readonly id: string;
  readonly number: string;
}

/** A problem is raised at the program and in the model; null when both refuse it. */
export async function raise(system: System, submission: Submission, time: Time): Promise<TicketStory | null> {
  const said = raised(submission);
  const got = await submitted(system, submission, said);
  const expected = verdictOn(submission, said, time.now);
  expect(got.ok ? null : got.code).toBe(expected.ok ? null : expected.refusal.code);
  return got.ok && expected.ok ? storyOf({ submission, said, time }, got.value, expected.value) : null;
}

async function submitted(
  system: System,
  { by, severity, urgency, channel, confidential, choice }: Submission,
  { enterprise, aboutPersonId, lines }: Raised,
): Promise<Outcome<Identity>> {
  const command: SubmitCommand = {
    actor: signedIn(by),
    input: {
      ...PROBLEM,
      ...{ severity, urgency, channel, confidential, enterpriseId: idOf(enterprise) },
      ...(aboutPersonId === null ? {} : { aboutPersonId: idOf(aboutPersonId) }),
      ...(lines.length === 0 ? {} : { items: lines }),
    },
    idempotencyKey: choice % 3 === 0 ? randomUUID() : undefined,
    present: ({ id, number }: Ticket) => Promise.resolve({ id, number }),
  };
  const submit = system.get(SubmitTicket);
  const first = await outcomeOf(submit.execute(command));
  if (!first.ok) return first;
  if (command.idempotencyKey !== undefined) expect(await submit.execute(command)).toEqual(first.value);
  return { ok: true, value: first.value.body as Identity };
}

/** The model's verdict: who may speak for whom, about whom, and with which days. */
function verdictOn(
  { by }: Submission,
  { enterprise, aboutPersonId, lines }: Raised,
  at: number,
): Decision<readonly TicketItem[]> {
  const actor = CAST[by];
  const about = PEOPLE.map((name) => CAST[name]).find(({ id }) => id === aboutPersonId);
  if (about !== undefined && !actor.regionCodes.some((code) => code === about.regionCode)) {
    return refused('person.unknown', 'person');
  }
  const inDistrict = actor.regionCodes.some((code) => code === '220105');
  const speaks = hasRole(actor, 'enterprise')
    ? actor.enterpriseId === enterprise
    : hasRole(actor, 'office_dispatcher', 'district_leader', 'integrator')
      ? inDistrict
      : actor.pairedEnterpriseIds.includes(enterprise);
  if (!speaks) return refused('enterprise.foreign', 'enterprise');
  return lines.length === 0 ? accepted([]) : questionList(lines, actor, { now: at, calendar: CALENDAR });
}

interface Scene {
  readonly submission: Submission;
  readonly said: Raised;
  readonly time: Time;
}

function storyOf(
  { submission, said: { enterprise, aboutPersonId }, time }: Scene,
  { id, number }: Identity,
  items: readonly TicketItem[],
): TicketStory {
  const at = time.now;
  const { severity, urgency, channel, confidential, by } = submission;
  const said: Said = {
    ...{ id, number, enterpriseId: enterprise, severity, urgency, channel, confidential, items },
    ...(aboutPersonId === null ? {} : { aboutPersonId }),
  };
  const told: Told = { enterprise, story: null };
  const story = new TicketStory(at, said, by, termsOf(told, time));
  told.story = story;
  // The stage knows one industry only.
  story.ticket = { ...story.ticket, industry: industryOf(enterprise) };
  return story;
}

/** Business time, as far as a history has come. */
export interface Time {
  now: number;
}

interface Told {
  readonly enterprise: EnterpriseName;
  story: TicketStory | null;
}

/** What a story is told: a ticket that is running keeps the policy it began with, any other has the day's. */
const termsOf = (told: Told, time: Time): Terms => ({
  calendar: CALENDAR,
  get chain(): ChainOfResponsibility {
    return chainOn(told.enterprise, CALENDAR.dayOf(time.now));
  },
  get policy(): Policy {
    const kept = told.story?.ticket.policyVersion ?? null;
    const policy =
      kept === null
        ? policyOn(POLICIES, CALENDAR.dayOf(time.now))
        : POLICIES.find(({ version }) => version === kept);
    if (policy === null || policy === undefined) throw new Error('no policy is in force');
    return policy;
  },
});
