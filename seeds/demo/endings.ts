import type { Draft } from './draft';
import { CALL_BACKS, PRAISE, RESERVATIONS } from './phrases';
import { closingAfter, DEMO_START, laterBy, WORKDAY_MINUTES } from './story-calendar';
import { answer } from './work';
import type { Telling } from './words';

/** Days of silence after which the system closes. */
const SILENCE_DAYS = 5;

/** The enterprise does not accept the first answer, is answered again; told only for texts that have the words. */
export function secondRound(draft: Draft, telling: Telling): void {
  const { words, random } = telling;
  if (words.second === null) return;
  const { reason, route, result } = words.second;
  draft.passDays(random.between(5, 25) / 10).tell('dispute', 'enterprise', { reason });
  draft.round += 1;
  draft.status = 'in_progress';
  draft.outcome = null;
  draft.passDays(random.between(2, 6) / 10);
  draft.tell('contact', 'holder', {
    means: 'visit',
    note: '针对企业不认可的事项再次到现场核实，当面商定补救办法。',
  });
  draft.passDays(random.between(6, 13) / 10);
  answer(draft, { ...telling, words: { ...words, route, result } });
}

const ENDINGS = [
  'confirm',
  'confirm',
  'confirm',
  'confirm',
  'confirm',
  'callBack',
  'silence',
  'silence',
] as const;

/** Of the answers of the last days, how many the enterprise has not yet said anything to. */
const STILL_WAITING_SHARE = 0.85;

/** How an answered ticket ends: confirmed, closed after a call-back, or by silence; or not yet when the demo starts. */
export function end(draft: Draft, telling: Telling): void {
  const { random } = telling;
  const ending = random.pick(ENDINGS);
  const answeredAt = draft.at;
  const silenceOver = closingAfter(answeredAt, SILENCE_DAYS) < DEMO_START;
  if (ending === 'silence' || (!silenceOver && random.chance(STILL_WAITING_SHARE))) {
    if (silenceOver) draft.status = 'closed';
    return;
  }
  const minutes = random.between(20, Math.floor(3.5 * WORKDAY_MINUTES));
  if (laterBy(answeredAt, minutes) >= DEMO_START) return;
  draft.pass(minutes);
  if (ending === 'callBack') draft.tell('close', 'office', { callBack: random.pick(CALL_BACKS) });
  else confirm(draft, telling);
  draft.status = 'closed';
}

const RATINGS = [5, 5, 5, 5, 5, 5, 4, 4, 4] as const;
const CAUTIOUS_RATINGS = [4, 3, 3, 2, 1] as const;

function confirm(draft: Draft, { random }: Telling): void {
  const solved = random.chance(0.84) ? 'yes' : 'partly';
  const yes = solved === 'yes';
  draft.tell('confirm', 'enterprise', {
    solved,
    ...(random.chance(0.92) ? { rating: random.pick(yes ? RATINGS : CAUTIOUS_RATINGS) } : {}),
    ...(random.chance(0.6) ? { comment: random.pick(yes ? PRAISE : RESERVATIONS) } : {}),
  });
}
