import type { DemoEnterprise } from './district-types';
import { merge, onClock, reject, withdraw } from './open-steps';
import { elementAt, type Random } from './random';
import { preferring } from './story-hints';
import type { Story, StoryStep } from './story-types';
import type { MergedText } from './texts/merged';
import type { UncountedText } from './texts/uncounted';

/** Tells a problem that ends before it is taken on for good, and therefore is in no figure of collected tickets. */
export function tellUncounted(key: string, text: UncountedText, enterprise: DemoEnterprise): Story {
  const { end } = text;
  return 'ground' in end
    ? uncounted(key, text, enterprise, [reject(text.endedAt, end.ground, end.explanation), 'rejected'])
    : uncounted(key, text, enterprise, [withdraw(text.endedAt, end.withdrawn), 'withdrawn']);
}

/** Tells a problem that the office merges into the story of the same one. */
export const tellMerged = (key: string, text: MergedText, enterprise: DemoEnterprise, into: Story): Story =>
  uncounted(key, text, enterprise, [merge(text.endedAt, into.key), 'merged']);

function uncounted(
  key: string,
  text: Omit<UncountedText, 'end'>,
  enterprise: DemoEnterprise,
  [last, status]: readonly [StoryStep, Story['planned']['status']],
): Story {
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
    steps: [last],
    planned: { status, tier: 1, round: 1, outcome: null },
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

/** A neighbour with the same problem: of the same township and trade as the enterprise of the other story. */
export function castMerged(
  text: MergedText,
  into: Story,
  enterprises: readonly DemoEnterprise[],
): DemoEnterprise {
  const other = enterprises.find(({ key }) => key === into.enterprise);
  const neighbours = enterprises.filter(
    (each) =>
      each !== other && each.townshipId === other?.townshipId && text.industries.includes(each.industry),
  );
  return elementAt(preferring(neighbours, text), 0);
}
