import type { EnterpriseChoice, Wanted } from './enterprise-choice';
import type { OpenPlan, Whose } from './open-plan';
import { onClock } from './open-steps';
import type { Random } from './random';
import { pathFor, spreadOverYear, tellRegular } from './regular-stories';
import type { Story } from './story-types';
import { TEXTS } from './texts';
import { placeOf, wordsOf, type Words } from './words';

export const openPlaceOf = ({ text, row }: OpenPlan): string => `${text}:${String(row)}`;

/** Every problem there is words for. */
export const ALL_WORDS: readonly Words[] = TEXTS.flatMap((text) =>
  text.fills.map((_, row) => wordsOf(text, row)),
);

export function wordsAt(place: string): Words {
  const found = ALL_WORDS.find((words) => placeOf(words) === place);
  if (found === undefined) throw new Error(`no text ${place}`);
  return found;
}

/** One storyteller per district: chooses enterprises, numbers the stories. */
export class Storyteller {
  private count = 0;

  constructor(
    private readonly prefix: string,
    private readonly choice: EnterpriseChoice,
    private readonly random: Random,
    private readonly wanted: Readonly<Record<Whose, Wanted>>,
  ) {}

  nextKey(): string {
    this.count += 1;
    return `${this.prefix}-${String(this.count).padStart(3, '0')}`;
  }

  open(plan: OpenPlan): Story {
    const words = wordsAt(openPlaceOf(plan));
    const { industry } = plan;
    const wanted = { ...this.wanted[plan.whose], ...(industry === undefined ? {} : { industry }) };
    const enterprise = this.choice.choose(words, wanted);
    const by = plan.by ?? 'enterprise';
    return {
      key: this.nextKey(),
      regionCode: enterprise.regionCode,
      enterprise: enterprise.key,
      by,
      channel: by,
      title: words.title,
      description: words.description,
      category: words.category,
      severity: words.severity,
      urgency: plan.urgency ?? 'normal',
      confidential: false,
      ...(plan.items === undefined ? {} : { items: plan.items }),
      submittedAt: onClock(plan.submitted),
      steps: plan.steps(words),
      planned: { round: 1, outcome: null, ...plan.end },
    };
  }

  solved(problems: readonly Words[], named: readonly string[]): Story[] {
    const told = new Map<string, number>();
    return spreadOverYear(problems, this.random).map(({ words, day }) => {
      const kind = `${words.solvedAt}:${words.severity}`;
      const nth = told.get(kind) ?? 0;
      told.set(kind, nth + 1);
      const whose = named.includes(placeOf(words)) ? 'named' : 'anyones';
      const enterprise = this.choice.choose(words, this.wanted[whose]);
      const path = pathFor(words, nth);
      return tellRegular({ key: this.nextKey(), day, path, enterprise }, { words, random: this.random });
    });
  }
}
