import type { ContactMeans, Deferral, ItemReply } from '@zhuqi/domain';
import type {
  DispatchTarget,
  RequestWords,
  StoryAct,
  StoryActor,
  StoryInputs,
  StoryStep,
} from './story-types';

/** Writes a step at a wall time of 2023, `10-18 10:40`. */
function step<A extends StoryAct>(when: string, act: A, by: StoryActor, input: StoryInputs[A]): StoryStep {
  // The union of steps is indexed by `act`; the compiler cannot see that a generic A picks one member.
  return { at: onClock(when), act, by, input } as StoryStep;
}

/** `10-18 10:40` as Shanghai wall time of 2023. */
export const onClock = (when: string): string => `2023-${when.replace(' ', 'T')}:00+08:00`;

export const claim = (when: string): StoryStep => step(when, 'claim', 'holder', {});
export const contact = (when: string, means: ContactMeans, note: string): StoryStep =>
  step(when, 'contact', 'holder', { means, note });
export const tell = (when: string, text: string): StoryStep =>
  step(when, 'comment', 'holder', { text, visibility: 'enterprise' });
export const note = (when: string, text: string): StoryStep =>
  step(when, 'comment', 'holder', { text, visibility: 'internal' });
export const dispatch = (
  when: string,
  by: 'officer' | 'office',
  to: DispatchTarget,
  words: string,
): StoryStep => step(when, 'dispatch', by, { to, note: words });
export const handUp = (when: string, reason: string): StoryStep =>
  step(when, 'escalate', 'holder', { reason });
export const askFor = (when: string, ...items: string[]): StoryStep =>
  step(when, 'requestInfo', 'holder', { items });
export const instruct = (when: string, text: string): StoryStep => step(when, 'instruct', 'leader', { text });
export const supervise = (when: string, instruction: string): StoryStep =>
  step(when, 'supervise', 'leader', { instruction });
export const urge = (when: string, words: string): StoryStep =>
  step(when, 'urge', 'enterprise', { note: words });
export const dispute = (when: string, reason: string): StoryStep =>
  step(when, 'dispute', 'enterprise', { reason });
export const answer = (when: string, route: string, result: string): StoryStep =>
  step(when, 'answer', 'holder', { outcome: 'resolved', route, result });
export const withdraw = (when: string, reason: string): StoryStep =>
  step(when, 'withdraw', 'enterprise', { reason });
export const reject = (
  when: string,
  ground: StoryInputs['reject']['ground'],
  explanation: string,
): StoryStep => step(when, 'reject', 'office', { ground, explanation });
export const confirm = (when: string, rating: number, comment: string): StoryStep =>
  step(when, 'confirm', 'enterprise', { solved: 'yes', rating, comment });
export const reopen = (when: string, reason: string, callBack: string): StoryStep =>
  step(when, 'reopen', 'office', { reason, callBack });
export const ask = (when: string, words: RequestWords): StoryStep => step(when, 'request', 'holder', words);
export const approve = (when: string, by: 'office' | 'leader' | 'above', words: string): StoryStep =>
  step(when, 'rule', by, { approved: true, note: words });
export const refuse = (when: string, by: 'office' | 'leader' | 'above', words: string): StoryStep =>
  step(when, 'rule', by, { approved: false, note: words });
export const assist = (when: string, words: StoryInputs['assist']): StoryStep =>
  step(when, 'assist', 'holder', words);
export const giveOpinion = (when: string, opinion: string): StoryStep =>
  step(when, 'giveOpinion', 'assistant', { opinion });
export const reply = (when: string, by: 'officer' | 'holder', ...replies: ItemReply[]): StoryStep =>
  step(when, 'reply', by, { replies });
export const defer = (when: string, words: Deferral): StoryStep => step(when, 'defer', 'holder', words);
export const report = (when: string, text: string): StoryStep => step(when, 'report', 'holder', { text });
export const merge = (when: string, into: string): StoryStep => step(when, 'merge', 'office', { into });
