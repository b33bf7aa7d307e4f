import { randomUUID } from 'node:crypto';
import { SubmitTicket, type SubmitCommand } from '@zhuqi/application';
import {
  accepted,
  hasRole,
  questionList,
  refused,
  type Decision,
  type ItemInput,
  type PersonActor,
  type Ticket,
  type TicketItem,
} from '@zhuqi/domain';
import { CAST } from '../support/ticket-cast';
import { Dice } from './dice';
import type { Model } from './model';
import { PROJECT } from './district';
import { ENTERPRISES, idOf, PROJECTS, signedIn, type EnterpriseName, type ProjectName } from './names';
import type { Submission } from './plan';
import { Story, type Raised } from './story';
import { outcomeOf, type Outcome, type System } from './system';

/** A submission in the model's words, and as the program is told it. */
interface Said {
  readonly enterprise: EnterpriseName;
  readonly aboutPersonId: string | null;
  readonly project: ProjectName | null;
  readonly lines: readonly ItemInput[];
}

const OWN: Partial<Record<Submission['by'], EnterpriseName>> = {
  ...{ enterprise: 'enterprise', officer: 'enterprise' },
  ...{ otherEnterprise: 'rival', otherOfficer: 'rival' },
};

const ABOUT = ['officer', 'officer-b', 'wang', 'zhao', 'chen', 'li', 'leader', 'he'] as const;

function raised({ by, choice }: Submission): Said {
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
  const project = dice.oneIn(6) ? projectFor(enterprise, dice) : null;
  return { enterprise, aboutPersonId, project, lines };
}

/** Mostly one of its own. */
function projectFor(enterprise: EnterpriseName, dice: Dice): ProjectName {
  const own = PROJECTS.filter((name) => PROJECT[name].enterprise === enterprise);
  return dice.pick(own.length === 0 || dice.oneIn(12) ? PROJECTS : own);
}

const PROBLEM = { title: '厂区供电', description: '变压器容量不足', category: 'utilities' } as const;

interface Identity {
  readonly id: string;
  readonly number: string;
}

/** A problem is raised at the program and in the model; null when both refuse it. */
export async function raise(system: System, submission: Submission, model: Model): Promise<Story | null> {
  if (!model.people.isActive(submission.by)) return null;
  const said = raised(submission);
  const actor = model.people.person(submission.by);
  const got = await submitted(system, submission, said, actor);
  const expected = verdictOn(said, actor, model);
  expect(got.ok ? null : got.code).toBe(expected.ok ? null : expected.refusal.code);
  if (!got.ok || !expected.ok) return null;
  return new Story(model, raisedAs(submission, said, { ...got.value, items: expected.value }), submission.by);
}

async function submitted(
  system: System,
  { severity, urgency, channel, confidential, choice }: Submission,
  { enterprise, aboutPersonId, project, lines }: Said,
  actor: PersonActor,
): Promise<Outcome<Identity>> {
  const command: SubmitCommand = {
    actor: signedIn(actor),
    input: {
      ...PROBLEM,
      ...{ severity, urgency, channel, confidential, enterpriseId: idOf(enterprise) },
      ...(aboutPersonId === null ? {} : { aboutPersonId: idOf(aboutPersonId) }),
      ...(project === null ? {} : { projectId: idOf(project) }),
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
  { enterprise, aboutPersonId, project, lines }: Said,
  actor: PersonActor,
  { people, rules, time }: Model,
): Decision<readonly TicketItem[]> {
  const about = aboutPersonId === null ? undefined : people.byId(aboutPersonId);
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
  if (project !== null) {
    const mine = PROJECT[project].enterprise === enterprise;
    if (!mine) return refused('project.unknown', 'project');
    if (PROJECT[project].state === 'completed') return refused('project.over', 'project');
  }
  return lines.length === 0
    ? accepted([])
    : questionList(lines, actor, { now: time.now, calendar: rules.calendar() });
}

const raisedAs = (
  { severity, urgency, channel, confidential }: Submission,
  { enterprise, aboutPersonId, project }: Said,
  made: Identity & { readonly items: readonly TicketItem[] },
): Raised => ({
  ...PROBLEM,
  ...{ enterprise, severity, urgency, channel, confidential },
  ...made,
  ...(aboutPersonId === null ? {} : { aboutPersonId }),
  ...(project === null ? {} : { projectId: project }),
});
