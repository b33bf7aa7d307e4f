import { AnswerMatter, type AnsweredMatter } from '@zhuqi/application';
import {
  accepted,
  answerTogether,
  fullAnswer,
  isLive,
  mayAnswerMatter,
  objectionToAnswering,
  OUTCOMES,
  refused,
  waitsForAnswer,
  type AnswerInput,
  type Decision,
  type Matter,
  type MatterAnswer,
} from '@zhuqi/domain';
import { CAST, PEOPLE, type PersonName } from '../support/ticket-cast';
import { mustAgree, withIds, type Desk } from './commands';
import type { Dice } from './dice';
import { canRead } from './judge';
import { UNIT_NAMES } from './names';
import { asked, open, replace, type Member, type Of, type Opened } from './opened-matter';
import { reachable } from './reading';
import { outcomeOf } from './system';

/** What is asked for: with words of its own, or the answer on record again. */
interface Asked extends Of {
  readonly said: AnswerInput;
  readonly again: boolean;
}

interface Judged {
  readonly answer: MatterAnswer;
  readonly lead: Member;
  readonly free: readonly Member[];
  readonly left: readonly (readonly [Member, string])[];
}

/** The one answer that is given: what is on record, or what is said now. */
function answerOf({ model }: Desk, { matter, said, again }: Asked, { lead }: Opened): Decision<MatterAnswer> {
  const given = matter.answer;
  if (given !== null && again) return accepted(given);
  const { outcome, route, result, responsibleUnitId } = said;
  if (given !== null) {
    const same =
      given.outcome === outcome &&
      given.route === route &&
      given.result === result &&
      (responsibleUnitId ?? given.responsibleUnitId) === given.responsibleUnitId;
    return same ? accepted(given) : refused('matter.answered', 'matter');
  }
  if (responsibleUnitId !== undefined) {
    const unit = reachable(responsibleUnitId, model.people);
    if (!unit.ok) return unit;
  }
  const { actor } = lead.scene.ctx;
  const own = actor.kind === 'person' ? actor.unitId : null;
  return fullAnswer(said, lead.scene.stored.holderUnitId ?? own);
}

function judged(desk: Desk, order: Asked): Decision<Judged> {
  const { matter, who } = order;
  const opened = open(desk, matter, who);
  if (!opened.ok) return opened;
  const { lead, members } = opened.value;
  const actor = desk.model.people.person(who);
  const may = mayAnswerMatter(actor, lead.scene.stored);
  if (!may.ok) return may;
  const live = isLive(matter);
  if (!live.ok) return live;
  const waiting = members
    .filter(({ scene }) => waitsForAnswer(scene.current.ticket))
    .map((member) => [member, objectionToAnswering(member.scene.current.ticket, matter, actor)] as const);
  const free = waiting.flatMap(([member, objection]) => (objection === null ? [member] : []));
  const left = waiting.flatMap(([member, objection]) =>
    objection === null ? [] : [[member, objection.refusal.code] as const],
  );
  if (matter.answer === null && free.length === 0) return refused('matter.none_answerable', 'matter');
  const answer = answerOf(desk, order, opened.value);
  return answer.ok ? accepted({ answer: answer.value, lead, free, left }) : answer;
}

/** What the person is told of it: of tickets it may not read only how many. */
function told({ model }: Desk, who: PersonName, { free, left }: Judged): object {
  const seen = free.filter(({ story }) => canRead(who, model.people, story));
  const seenLeft = left.filter(([{ story }]) => canRead(who, model.people, story));
  return {
    answered: seen.map(({ story }) => story.ticket.id),
    left: seenLeft.map(([{ story }, code]) => ({ ticketId: story.ticket.id, code })),
    outOfSight: { answered: free.length - seen.length, left: left.length - seenLeft.length },
  };
}

const toldBy = ({ answered, left, outOfSight }: AnsweredMatter): object => ({
  answered: answered.map(({ ticketId }) => ticketId),
  left: left.map(({ ticketId, code }) => ({ ticketId, code })),
  outOfSight,
});

/** Mostly the office or who holds the ticket in the lead, seldom anybody. */
function answerer({ stories }: Desk, { matter, who }: Of, dice: Dice): PersonName {
  const holder = stories.find(({ ticket }) => ticket.id === matter.leadTicketId)?.ticket.holderPersonId;
  const name = PEOPLE.find((each) => CAST[each].id === holder);
  return name === undefined || dice.oneIn(2) ? who : name;
}

/** One answer for every ticket of a matter that can take it; again for those that were left. */
export async function answerMatter(desk: Desk, of: Of, dice: Dice): Promise<void> {
  const { system, coverage, model } = desk;
  const said: AnswerInput = {
    ...{ outcome: dice.pick(OUTCOMES), route: '现场协调', result: dice.oneIn(20) ? '' : '已经接电' },
    ...(dice.oneIn(4) ? { responsibleUnitId: dice.pick(UNIT_NAMES) } : {}),
  };
  const who = answerer(desk, of, dice);
  const order: Asked = { matter: of.matter, who, said, again: !dice.oneIn(4) && of.matter.answer !== null };
  const expected = judged(desk, order);
  const input = withIds(said) as unknown as AnswerInput;
  const got = await outcomeOf(
    system.get(AnswerMatter).execute({ ...asked(desk, order), input: () => input, again: order.again }),
  );
  mustAgree('answerMatter', { expected, got }, coverage);
  if (!expected.ok || !got.ok) return;
  const { answer, lead, free } = expected.value;
  expect(toldBy(got.value)).toEqual(told(desk, who, expected.value));
  if (of.matter.answer === null) replace(desk, answered(of.matter, answer, model.time.now));
  for (const { story, scene } of free) {
    story.commit(scene, answerTogether(scene.current.ticket, answer, lead.scene.current.ticket, scene.ctx));
    coverage.count('matter answered');
  }
}

const answered = (matter: Matter, answer: MatterAnswer, answeredAt: number): Matter => ({
  ...matter,
  ...{ state: 'answered', answer, answeredAt },
});
