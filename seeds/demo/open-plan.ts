import type { Industry, ItemInput } from '@zhuqi/domain';
import type { PlannedEnd, Story, StoryStep } from './story-types';
import type { Words } from './words';

/** Whose enterprise an open story is about: one of those around the named accounts, or any that fits. */
export type Whose = 'named' | 'officers' | 'townships' | 'leaders' | 'anyones';

/** A story that is still going on when the demo starts, written by hand so that its lamp comes out as planned. */
export interface OpenPlan {
  /** Key of the text and the row of its fills. */
  readonly text: string;
  readonly row: number;
  readonly whose: Whose;
  readonly industry?: Industry;
  readonly by?: Story['by'];
  readonly submitted: string;
  readonly urgency?: 'urgent';
  /** Its question list, when it is made of several. */
  readonly items?: readonly ItemInput[];
  readonly steps: (words: Words) => readonly StoryStep[];
  readonly end: Omit<PlannedEnd, 'outcome' | 'round'> & { readonly round?: number };
}
