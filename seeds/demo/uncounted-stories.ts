import type { DemoEnterprise } from './district-types';
import { onClock, reject, withdraw } from './open-steps';
import { elementAt, type Random } from './random';
import type { Story, StoryStep } from './story-types';
import type { UncountedText } from './texts/uncounted';

/** Tells a problem that ends before it is taken on for good, and therefore is in no figure of collected tickets. */
export function tellUncounted(key: string, text: UncountedText, enterprise: DemoEnterprise): Story {
  const { end } = text;
  const step: StoryStep =
    'ground' in end
      ? reject(text.endedAt, end.ground, end.explanation)
      : withdraw(text.endedAt, end.withdrawn);
  return {
    key,
    regionCode: enterprise.regionCode,
    enterprise: enterprise.key,
    by: 'enterprise',
    channel: 'enterprise',
    title: text.title,
    description: text.description,
    category: text.category,
    severity: text.severity,
    urgency: 'normal',
    confidential: false,
    submittedAt: onClock(text.submitted),
    steps: [step],
    planned: { status: 'ground' in end ? 'rejected' : 'withdrawn', tier: 1, round: 1, outcome: null },
  };
}

/** One enterprise per text, of an industry that could have written it. */
export function castUncounted(
  texts: readonly UncountedText[],
  enterprises: readonly DemoEnterprise[],
  random: Random,
): DemoEnterprise[] {
  const left = random.shuffled(enterprises);
  return texts.map(({ industries }) => {
    const found = left.findIndex(({ industry }) => industries.includes(industry));
    return elementAt(left.splice(found, 1), 0);
  });
}
