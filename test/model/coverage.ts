import { ESCALATION_CAUSES, EVENT_TYPES, PERSON_ACTIONS, REQUEST_KINDS } from '@zhuqi/domain';

/** Everything that must have happened at least once, or the histories prove less than they seem to. */
const MUST_HAPPEN: readonly string[] = [
  ...PERSON_ACTIONS.map((action) => `action ${action}`),
  ...EVENT_TYPES.map((type) => `event ${type}`),
  ...ESCALATION_CAUSES.map((cause) => `escalation ${cause}`),
  ...REQUEST_KINDS.flatMap((kind) => [`request ${kind}`, `approval ${kind}`, `refusal ${kind}`]),
];

/** How often what happened. */
export class Coverage {
  private readonly counts = new Map<string, number>();
  histories = 0;
  commands = 0;

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }

  /** What should have happened and never did. */
  missing(): string[] {
    return MUST_HAPPEN.filter((what) => this.of(what) === 0);
  }

  add(other: Coverage): this {
    this.histories += other.histories;
    this.commands += other.commands;
    for (const [what, count] of other.counts) this.counts.set(what, this.of(what) + count);
    return this;
  }

  /** One line per kind of thing, the rarest first. */
  report(): string {
    const kinds = new Map<string, string[]>();
    for (const [what, count] of [...this.counts].sort(([, left], [, right]) => left - right)) {
      const [kind = '', ...name] = what.split(' ');
      kinds.set(kind, [...(kinds.get(kind) ?? []), `${name.join(' ')} ${count}`]);
    }
    return [...kinds].map(([kind, list]) => `${kind}: ${list.join(', ')}`).join('\n');
  }
}
