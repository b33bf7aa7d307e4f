import type { Day, Instant, Post } from '@zhuqi/domain';
import { PAIRINGS, PROJECT, type Pairing } from './district';
import { PROJECTS, type ProjectName } from './names';

export interface Handover {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly posts: readonly Post[];
  readonly effectiveOn: Day;
  readonly leaves: boolean;
  readonly madeAt: Instant;
  state: 'planned' | 'done' | 'cancelled';
  doneAt: Instant | null;
}

/** Who gave a post to whom, and whom that leaves in service and paired. */
export class Posts {
  readonly handovers: Handover[] = [];
  private pairings: readonly Pairing[] = PAIRINGS;
  private readonly projectLeaders = new Map(PROJECTS.map((name) => [name, PROJECT[name].leaderId]));
  private readonly gone = new Set<string>();
  /** A handover has been tried: the district may be another than the history has found. */
  changed = false;

  isActive(personId: string): boolean {
    return !this.gone.has(personId);
  }

  /** Who is paired with whom on a day. */
  paired(day: Day): readonly Pairing[] {
    return this.pairings.filter(({ from, to }) => from <= day && (to === null || day < to));
  }

  /** Whether a person has enterprises to look after on a day or after it. */
  isPaired(personId: string, day: Day): boolean {
    return this.pairings.some((each) => each.personId === personId && (each.to === null || each.to > day));
  }

  /** Takes effect: pairings end with the day before and are the successor's from the day on. */
  takeEffect(handover: Handover, at: Instant): void {
    const { from, to, effectiveOn, leaves } = handover;
    this.pairings = this.pairings.flatMap((pairing) => passed(pairing, { from, to, effectiveOn }));
    for (const [name, leader] of this.projectLeaders) {
      if (leader === from) this.projectLeaders.set(name, to);
    }
    if (leaves) this.gone.add(from);
    handover.state = 'done';
    handover.doneAt = at;
  }

  /** The leader a project names today. */
  leaderOfProject(name: ProjectName): string | null {
    return this.projectLeaders.get(name) ?? null;
  }

  /** To whom a person's post has come since, hand over hand. */
  successorOf(personId: string, since: Instant): { handoverId: string; toPersonId: string } | null {
    const next = (from: string, after: (doneAt: Instant) => boolean): Handover | undefined =>
      this.done()
        .filter((each) => each.from === from && after(each.doneAt ?? 0))
        .sort(earlierFirst)[0];
    let last: Handover | null = null;
    for (let step = next(personId, (at) => at >= since); step !== undefined;) {
      const { to, doneAt } = step;
      last = step;
      step = next(to, (at) => at > (doneAt ?? 0));
    }
    return last === null ? null : { handoverId: last.id, toPersonId: last.to };
  }

  /** Leaders whose leadership has come to this one, hand over hand, and is still there. */
  leadersBefore(personId: string): readonly string[] {
    const led = this.done()
      .filter(({ posts }) => posts.includes('leader'))
      .sort(earlierFirst);
    const keeper = ({ to, doneAt }: Handover): string => {
      const next = led.find((each) => each.from === to && (each.doneAt ?? 0) > (doneAt ?? 0));
      return next === undefined ? to : keeper(next);
    };
    const before = led.filter((each) => keeper(each) === personId).map(({ from }) => from);
    return [...new Set(before)].filter((id) => id !== personId);
  }

  /** Who does the work of somebody out of service. */
  standingInFor(personId: string): readonly string[] {
    const found = new Set<string>();
    const follow = (from: string, after: Instant): void => {
      if (this.isActive(from)) return;
      for (const { from: giver, to, leaves, doneAt } of this.done()) {
        if (giver !== from || !leaves || (doneAt ?? 0) <= after) continue;
        if (this.isActive(to)) found.add(to);
        else follow(to, doneAt ?? 0);
      }
    };
    follow(personId, -Infinity);
    return [...found];
  }

  /** Who in service leads what this leader has on record: itself, and whoever has its leadership, hand over hand. */
  leadingFor(leaderId: string): readonly string[] {
    const takers = new Set(this.done().map(({ to }) => to));
    const leads = (id: string): boolean => this.leadersBefore(id).includes(leaderId);
    return [leaderId, ...[...takers].filter(leads)].filter((id) => this.isActive(id));
  }

  done(): readonly Handover[] {
    return this.handovers.filter(({ state }) => state === 'done');
  }

  /** Planned ones whose day has come, and of each person the last that was done. */
  due(today: Day): readonly Handover[] {
    return this.handovers
      .filter(
        ({ state, effectiveOn, to }) => state === 'planned' && effectiveOn <= today && this.isActive(to),
      )
      .sort((a, b) => compare(a.effectiveOn, b.effectiveOn) || a.madeAt - b.madeAt || compare(a.id, b.id));
  }

  latest(): readonly Handover[] {
    const last = new Map<string, Handover>();
    for (const each of [...this.done()].sort(earlierFirst)) last.set(each.from, each);
    return [...last.values()]
      .filter(({ to }) => this.isActive(to))
      .sort((a, b) => earlierFirst(a, b) || compare(a.id, b.id));
  }
}

const earlierFirst = (a: Handover, b: Handover): number => (a.doneAt ?? 0) - (b.doneAt ?? 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What becomes of one pairing: split at the day, simply another's, or untouched because it was over. */
function passed(
  pairing: Pairing,
  { from, to, effectiveOn }: Pick<Handover, 'from' | 'to' | 'effectiveOn'>,
): readonly Pairing[] {
  const over = pairing.to !== null && pairing.to <= effectiveOn;
  if (pairing.personId !== from || over) return [pairing];
  if (pairing.from >= effectiveOn) return [{ ...pairing, personId: to }];
  return [
    { ...pairing, to: effectiveOn },
    { ...pairing, personId: to, from: effectiveOn },
  ];
}
