import type { ContactMeans } from '@zhuqi/domain';
import type { Draft } from './draft';
import {
  CONTACT_NOTES,
  DISPATCH_NOTES,
  ESCALATION_REASONS,
  INSTRUCTIONS,
  SUPERVISIONS,
  URGES,
} from './phrases';
import type { DispatchTarget, StoryActor } from './story-types';
import { twist } from './twists';
import type { Telling } from './words';

/** The pieces of work every path is made of. Each tells its steps and leaves the draft at their time. */

export function contact(draft: Draft, { random }: Telling, means?: ContactMeans): void {
  const chosen = means ?? random.pick(['phone', 'phone', 'phone', 'visit', 'visit', 'online'] as const);
  draft.tell('contact', draft.tier === null ? 'officer' : 'holder', {
    means: chosen,
    note: random.pick(CONTACT_NOTES[chosen]),
  });
}

/** First contact and claim, within the day; either may come first. */
export function takeUp(draft: Draft, telling: Telling): void {
  const { random } = telling;
  const urgent = telling.words.severity === 'consult';
  draft.pass(random.between(8, urgent ? 45 : 110));
  const contactFirst = random.chance(0.4);
  if (contactFirst) contact(draft, telling);
  if (contactFirst) draft.pass(random.between(4, 60));
  draft.tell('claim', 'holder', {});
  draft.status = 'in_progress';
  if (contactFirst) return;
  draft.pass(random.between(3, urgent ? 40 : 140));
  contact(draft, telling);
}

/** One itemised request for material and its answer, when the text has one. */
export function gatherMaterial(draft: Draft, { words, random }: Telling): void {
  if (words.info === null) return;
  draft.pass(random.between(40, 200)).tell('requestInfo', 'holder', { items: words.info.items });
  draft.pass(random.between(150, 600)).tell('supplyInfo', random.chance(0.7) ? 'enterprise' : 'officer', {
    text: words.info.supplied,
  });
}

/** Work until `days` working days have passed, with written progress somewhere on the way. */
export function workFor(draft: Draft, telling: Telling, days: number): void {
  const { words, random } = telling;
  const early = days * (0.3 + random.between(0, 20) / 100);
  draft.passDays(early).tell('comment', 'holder', { text: words.progress, visibility: 'enterprise' });
  twist('atWork', draft, words);
  draft.passDays(days - early);
}

export function handUp(draft: Draft, { random }: Telling): void {
  const from = draft.tier === 1 || draft.tier === 2 ? draft.tier : 3;
  draft.tell('escalate', 'holder', { reason: random.pick(ESCALATION_REASONS[from]) });
  draft.arrivesAt(from === 1 ? 2 : from === 2 ? 3 : 4);
}

export function dispatchTo(
  draft: Draft,
  { words, random }: Telling,
  by: 'officer' | 'office',
  to: DispatchTarget,
): void {
  draft.tell('dispatch', by, { to, note: random.pick(DISPATCH_NOTES[to]) });
  draft.arrivesAt(to === 'township' ? 2 : 3);
  twist('onArrival', draft, words);
}

export function instruct(draft: Draft, { random }: Telling): void {
  draft.tell('instruct', 'leader', { text: random.pick(INSTRUCTIONS) });
}

export function supervise(draft: Draft, { random }: Telling): void {
  const by: StoryActor = random.chance(0.5) ? 'office' : 'leader';
  draft.tell('supervise', by, { instruction: random.pick(SUPERVISIONS) });
}

export function urge(draft: Draft, { random }: Telling): void {
  draft.tell('urge', 'enterprise', { note: random.pick(URGES) });
}

export function answer(draft: Draft, { words }: Telling): void {
  draft.tell('answer', 'holder', { outcome: 'resolved', route: words.route, result: words.result });
  draft.outcome = 'resolved';
  draft.status = 'answered';
}

/** Answered where it was asked, unclaimed: by the officer who logged it or to whom it was routed. */
export function answerOnSpot(draft: Draft, { words }: Telling): void {
  const by = draft.tier === null ? 'officer' : 'holder';
  draft.tell('answer', by, { outcome: 'answered_on_spot', route: words.route, result: words.result });
  draft.tier = 1;
  draft.outcome = 'answered_on_spot';
  draft.status = 'answered';
}
