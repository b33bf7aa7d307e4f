import {
  attested,
  behalfOf,
  bringUnderRules,
  concernsChildren,
  dueEffects,
  followParent,
  ledgerEntries,
  route,
  settle,
  submit,
  unchanged,
  unmerge,
  withoutChild,
  type Change,
  type Context,
  type Escalation,
  type LedgerEntry,
  type Merging,
  type SubmitInput,
  type SubmitSubject,
  type Ticket,
  type TicketEvent,
  type Trigger,
  type WorkingCalendar,
} from '@zhuqi/domain';
import type { CastName, PersonName } from '../support/ticket-cast';
import { industryOf } from './district';
import type { Model } from './model';
import type { EnterpriseName, ProjectName } from './names';

/** A ticket with everything a decision on it is told, as the use cases open it. */
export interface Scene {
  /** As everybody sees it: what is permitted is permitted on this. */
  readonly stored: Ticket;
  /** The same brought under the rules of today: what is decided upon. */
  readonly current: Change;
  readonly ctx: Context;
}

/** What a problem says, and which ticket of which enterprise it becomes. */
export interface Raised extends SubmitInput {
  readonly id: string;
  readonly number: string;
  readonly enterprise: EnterpriseName;
}

const projectIn = ({ projectId = null }: { readonly projectId?: string | null }): ProjectName | null =>
  projectId as ProjectName | null;

let ids = 0;
export const newId = (): string => {
  ids += 1;
  return `id-${String(ids)}`;
};

/** A ticket's life so far: what it is, what happened and what was posted to the book of figures. */
export class Story {
  readonly events: TicketEvent[] = [];
  readonly escalations: Escalation[] = [];
  readonly ledger: LedgerEntry[] = [];
  ticket: Ticket;
  private silent = 0;
  private children: readonly Story[] = [];
  private parent: Story | null = null;

  constructor(
    private readonly model: Model,
    { id, number, enterprise, ...said }: Raised,
    by: PersonName,
  ) {
    const { people, rules, time } = model;
    const subject: SubmitSubject = {
      ...{ id, number, regionCode: '220105', enterpriseId: enterprise, industry: industryOf(enterprise) },
      ...{ chain: people.places(enterprise, projectIn(said)), calendarVersion: rules.calendarVersion },
    };
    const change = submit(subject, said, people.person(by), time.now);
    this.ticket = change.ticket;
    this.keep(null, change);
  }

  get project(): ProjectName | null {
    return projectIn(this.ticket);
  }

  get enterprise(): EnterpriseName {
    return this.ticket.enterpriseId as EnterpriseName;
  }

  /** How often since the last time this was asked it came under other rules without anything to tell. */
  followedSilently(): number {
    const times = this.silent;
    this.silent = 0;
    return times;
  }

  /** The trigger that brought an event about; null when it was none. */
  triggerOf({ cause, trigger }: TicketEvent['data']): Trigger | null {
    const triggers = this.model.rules.policies.flatMap((policy) => policy.triggers);
    return triggers.find(({ code }) => code === (trigger ?? cause)) ?? null;
  }

  calendar(version: number): WorkingCalendar {
    return this.model.rules.calendar(version);
  }

  scene(by: CastName): Scene {
    const { people, rules, time } = this.model;
    const { ticket } = this;
    const sofar = rules.sofar(ticket);
    const { version, calendar, policy } = rules.forTicket(ticket, time.now);
    const places = people.places(this.enterprise, this.project);
    const actor = people.actor(by);
    const ctx: Context = {
      ...{ actor, now: time.now, calendar, policy, newId },
      onBehalfOfId: behalfOf(actor, ticket, places),
      chain: { ...places, ladder: policy.ladder },
    };
    const lags = version !== ticket.calendarVersion || policy !== (sofar.policy ?? policy);
    const current = lags
      ? bringUnderRules(ticket, sofar, { ctx, calendarVersion: version })
      : unchanged(ticket);
    return { stored: ticket, current, ctx };
  }

  /** What was decided is kept, after what coming under the rules of today had led to; children follow. */
  commit({ stored, current, ctx }: Scene, decided: Change): void {
    if (decided.events.length === 0 && current.ticket === stored) return;
    const change = settle(
      {
        ...decided,
        events: [...current.events, ...decided.events],
        escalations: [...current.escalations, ...decided.escalations],
      },
      ctx,
    );
    this.keep(stored, change);
    if (concernsChildren(stored, change.ticket))
      for (const child of this.children) child.follow(change.ticket);
  }

  route(): void {
    const scene = this.scene('system');
    this.commit(scene, route(scene.current.ticket, scene.ctx));
  }

  /** The sweep looks at the ticket once; answers how much has become due. */
  check(): number {
    const scene = this.scene('system');
    const due = dueEffects(scene.current.ticket, scene.ctx);
    this.commit(scene, due);
    return due.events.length;
  }

  /** Goes along with another ticket from now on; both sides are kept. */
  merge(
    scene: Scene,
    { into, merging }: { readonly into: Story; readonly merging: Merging },
    by: PersonName,
  ): void {
    into.commit(into.scene(by), merging.parent);
    this.commit(scene, merging.child);
    into.children = [...into.children, this];
    this.parent = into;
  }

  /** Stands on its own again; both sides are kept. */
  unmerge(by: PersonName): void {
    const { parent } = this;
    const scene = this.scene(by);
    const other = parent?.scene(by);
    if (parent !== null && other !== undefined) {
      parent.commit(other, withoutChild(other.current.ticket, scene.current.ticket, other.ctx));
    }
    this.commit(scene, unmerge(scene.current.ticket, scene.ctx));
    this.leave();
  }

  private keep(before: Ticket | null, change: Change): void {
    this.ticket = change.ticket;
    this.events.push(...attested(before, change).events);
    this.escalations.push(...change.escalations);
    if (change.events.length === 0) this.silent += 1;
    const at = change.events.at(-1)?.at ?? change.ticket.submittedAt;
    this.ledger.push(...ledgerEntries(before, change.ticket, at));
  }

  /** The parent has moved. */
  private follow(parent: Ticket): void {
    const scene = this.scene('system');
    this.commit(scene, followParent(scene.current.ticket, parent, scene.ctx));
    if (this.ticket.status !== 'merged') this.leave();
  }

  /** Whose children a ticket has is read from the children, so leaving is seen on the parent at once. */
  private leave(): void {
    const { parent } = this;
    if (parent === null) return;
    parent.children = parent.children.filter((child) => child !== this);
    parent.ticket = { ...parent.ticket, childIds: parent.children.map(({ ticket }) => ticket.id) };
    this.parent = null;
  }
}
