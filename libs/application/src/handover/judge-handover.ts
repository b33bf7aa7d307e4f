import { Injectable } from '@nestjs/common';
import {
  DEFAULT_CASELOAD_RULES,
  mayPair,
  mayTakePlace,
  personsOf,
  type Day,
  type EnterpriseClass,
  type PersonActor,
  type Post,
  type WorkingCalendar,
} from '@zhuqi/domain';
import type { HeldTicket, PairingInHand, PersonOnPost, ProjectInHand } from '../ports/handover-desk';
import { RuleBook } from '../ports/rule-book';
import type { Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { holdingsOf, holdsNothing, type Holdings } from './holdings';

/** A handover as it is asked for. */
export interface HandoverOrder {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly effectiveOn: Day;
  readonly reason: string;
  readonly leaves: boolean;
  readonly overCapacity: boolean;
}

/** What would go along with the post. */
export interface HandoverSurvey {
  readonly tickets: readonly HeldTicket[];
  /** Complaints about the successor, which somebody else takes. */
  readonly complaints: readonly HeldTicket[];
  /** Those of which only what a conference has left to do goes along. */
  readonly followUps: readonly HeldTicket[];
  readonly pairings: readonly PairingInHand[];
  readonly projects: readonly ProjectInHand[];
  /** Why the successor would look after more enterprises than the rule allows; null when it would not. */
  readonly overCapacity: string | null;
}

/** An order that can be given. */
export interface HandoverTerms {
  readonly from: PersonOnPost;
  readonly to: PersonOnPost;
  readonly posts: readonly Post[];
  readonly today: Day;
  readonly survey: HandoverSurvey;
}

const PEOPLE = { from: '/fromPersonId', to: '/toPersonId' } as const;
const FARTHEST_DAYS = 366;

/** Whether a handover can be made as it is asked for, and what it would move. */
@Injectable()
export class JudgeHandover {
  constructor(private readonly rules: RuleBook) {}

  /** Locks both people. What is about the asker itself moves all the same and is not listed for it. */
  async within(tx: Transaction, actor: PersonActor, order: HandoverOrder): Promise<HandoverTerms> {
    const people = await tx.handovers.people([order.fromPersonId, order.toPersonId]);
    const from = named(people, order.fromPersonId, actor, PEOPLE.from);
    const to = named(people, order.toPersonId, actor, PEOPLE.to);
    const posts = valueOf(mayTakePlace(from, to, PEOPLE));
    const { calendar } = await this.rules.calendar(from.regionCode);
    const today = calendar.dayOf(tx.now);
    checkDay(order.effectiveOn, today, calendar);
    const holdings = await holdingsOf(tx, order, order.effectiveOn);
    if (order.effectiveOn === today) refuseEmpty(order, posts, holdings);
    return { from, to, posts, today, survey: await survey(tx, actor, { order, holdings }) };
  }
}

function named(
  people: readonly PersonOnPost[],
  id: string,
  actor: PersonActor,
  pointer: string,
): PersonOnPost {
  const person = people.find((each) => each.id === id);
  const known = person !== undefined && actor.regionCodes.includes(person.regionCode);
  return known ? person : refuse('person.unknown', '本区没有这个人员', pointer);
}

function checkDay(effectiveOn: Day, today: Day, calendar: WorkingCalendar): void {
  if (effectiveOn < today) {
    refuse('handover.effective_on', `生效日期不能早于今天（${today}）`, '/effectiveOn');
  }
  let last = today;
  for (let day = 0; day < FARTHEST_DAYS; day += 1) last = calendar.nextDay(last);
  if (effectiveOn > last) refuse('handover.effective_on', '生效日期不能晚于一年以后', '/effectiveOn');
}

/**
 * A handover of nothing says that something has changed hands when nothing has. Who leaves ends its service by it, and
 * a leader hands the leadership on, by which a confidential ticket is read, whatever is open.
 */
function refuseEmpty({ leaves }: HandoverOrder, posts: readonly Post[], holdings: Holdings): void {
  if (leaves || posts.includes('leader') || !holdsNothing(holdings)) return;
  refuse('handover.empty', '该人员名下没有可以移交的诉求、后续事项、包保企业、项目或专班');
}

interface Surveyed {
  readonly order: HandoverOrder;
  readonly holdings: Holdings;
}

async function survey(
  tx: Transaction,
  actor: PersonActor,
  { order: { toPersonId, effectiveOn }, holdings: { tickets: ofPost, pairings, projects } }: Surveyed,
): Promise<HandoverSurvey> {
  const theirs = (await tx.handovers.pairingsOf(toPersonId, effectiveOn)).filter(isOfficers);
  const shown = ofPost.filter(
    ({ aboutPersonId }) => aboutPersonId === null || !personsOf(actor).includes(aboutPersonId),
  );
  const held = shown.filter((each) => each.held);
  return {
    tickets: held.filter(({ aboutPersonId }) => aboutPersonId !== toPersonId),
    complaints: held.filter(({ aboutPersonId }) => aboutPersonId === toPersonId),
    followUps: shown.filter((each) => !each.held),
    pairings,
    projects,
    overCapacity: tooMany(theirs.map(classOf), pairings.filter(isOfficers).map(classOf)),
  };
}

const isOfficers = ({ kind }: PairingInHand): boolean => kind === 'officer';
const classOf = ({ enterpriseClass }: PairingInHand): EnterpriseClass => enterpriseClass;

function tooMany(current: readonly EnterpriseClass[], more: readonly EnterpriseClass[]): string | null {
  let held = current;
  for (const enterpriseClass of more) {
    const fits = mayPair(DEFAULT_CASELOAD_RULES, held, enterpriseClass);
    if (!fits.ok) return fits.refusal.detail;
    held = [...held, enterpriseClass];
  }
  return null;
}
