import {
  ESCALATION_CAUSES,
  EVENT_TYPES,
  PERSON_ACTIONS,
  REQUEST_KINDS,
  TRIGGER_EFFECTS,
} from '@zhuqi/domain';
import { DEED_NAMES } from './deed-names';
import type { Story } from './story';

/** Everything that must have happened at least once, or the histories prove less than they seem to. */
const MUST_HAPPEN: readonly string[] = [
  ...PERSON_ACTIONS.map((action) => `action ${action}`),
  ...DEED_NAMES.map((deed) => `action ${deed}`),
  ...EVENT_TYPES.map((type) => `event ${type}`),
  ...ESCALATION_CAUSES.map((cause) => `escalation ${cause}`),
  ...REQUEST_KINDS.flatMap((kind) => [`request ${kind}`, `approval ${kind}`, `refusal ${kind}`]),
  ...TRIGGER_EFFECTS.map((effect) => `trigger ${effect}`),
  ...['rules silent', 'rules calendar', 'rules policy', 'rules confirmed', 'lamp hushed', 'project problem'],
];

/** How often what happened. */
export class Coverage {
  private readonly counts = new Map<string, number>();
  histories = 0;
  commands = 0;

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }

  /** What has happened to a ticket since an event. */
  countEvents(story: Story, from: number): void {
    for (const { type, data } of story.events.slice(from)) {
      this.count(`event ${type}`);
      if (type === 'lampChanged' && data['again'] === true) this.count('lamp hushed');
      const trigger = story.triggerOf(data);
      if (trigger !== null) this.count(`trigger ${trigger.effect}`);
      if (type === 'rescheduled') this.countRules(data);
      if (type === 'submitted' && 'projectId' in data) this.count('project problem');
      if (type === 'handedOver') this.count(`handover ${String(data['cause'])}`);
    }
    for (const { cause, seq } of story.escalations) if (seq > from) this.count(`escalation ${cause}`);
    this.count('rules silent', story.followedSilently());
  }

  private countRules(data: Readonly<Record<string, unknown>>): void {
    if (data['fromCalendarVersion'] !== data['calendarVersion']) this.count('rules calendar');
    if ('policyVersion' in data) this.count('rules policy');
    if ((data['confirmed'] as readonly string[]).length > 0) this.count('rules confirmed');
  }

  /** What should have happened and never did. */
  missing(): string[] {
    return MUST_HAPPEN.filter((what) => this.of(what) === 0);
  }

  add(other: Coverage): this {
    this.histories += other.histories;
    this.commands += other.commands;
    for (const [what, count] of other.counts) this.count(what, count);
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
