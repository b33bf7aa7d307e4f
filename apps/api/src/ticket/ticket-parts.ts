import { Injectable } from '@nestjs/common';
import {
  Directory,
  MatterBook,
  ProjectBook,
  RuleBook,
  seesSubmitter,
  TicketReader,
} from '@zhuqi/application';
import {
  hasRole,
  REQUEST_KINDS,
  requestHindrance,
  type Action,
  type Instant,
  type PersonActor,
  type Ticket,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { assistView } from './assist.mapper';
import { conferenceViews } from './conference.mapper';
import { requestView } from './request.mapper';
import type { TicketReferenceView, TicketView } from './ticket.view';
import { namedOrNull } from './view-values';

/** The parts of a view that most tickets do not have. */
export type TicketPartsView = Pick<
  TicketView,
  | 'requests'
  | 'assists'
  | 'conferences'
  | 'mergedInto'
  | 'children'
  | 'matter'
  | 'aboutPerson'
  | 'project'
  | 'allowedRequests'
  | 'reportAsked'
>;

/** Who looks, when, and what they may do. */
export interface Glance {
  readonly actor: PersonActor;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly actions: readonly Action[];
}

/** What only some tickets have; for one without it nothing is looked up. */
@Injectable()
export class TicketParts {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly reader: TicketReader,
    private readonly matters: MatterBook,
    private readonly projects: ProjectBook,
  ) {}

  /** Requests, assists, conferences, reports to the tier above and the tickets merged into it are the inside's own affair: the enterprise is told none. */
  async of(ticket: Ticket, glance: Glance): Promise<TicketPartsView> {
    const { directory } = this;
    const inside = glance.actor.enterpriseId === null;
    const { requests, assists } = inside ? ticket : NO_LISTS;
    const childIds = inside ? ticket.childIds : [];
    const scene = { ticket, now: glance.now, calendar: glance.calendar, directory };
    return {
      requests: await Promise.all(requests.map((request) => requestView(request, directory))),
      assists: await Promise.all(assists.map((assist) => assistView(assist, scene))),
      conferences: inside ? await conferenceViews(ticket, directory, glance.now) : [],
      ...(await this.merged(ticket.mergedIntoId, childIds)),
      matter: inside && ticket.matterId !== null ? await this.matters.brief(ticket.matterId) : null,
      project: await this.project(ticket, glance.actor),
      aboutPerson: seesAboutPerson(glance.actor, ticket)
        ? await namedOrNull(directory, ticket.aboutPersonId)
        : null,
      reportAsked: inside && ticket.reportAsked,
      allowedRequests: await this.allowedRequests(ticket, glance),
    };
  }

  private async merged(
    parentId: string | null,
    childIds: readonly string[],
  ): Promise<Pick<TicketPartsView, 'mergedInto' | 'children'>> {
    if (parentId === null && childIds.length === 0) return { mergedInto: null, children: [] };
    const numbers = await this.reader.numbers(parentId === null ? childIds : [parentId, ...childIds]);
    const named = (id: string): TicketReferenceView => ({ id, number: numbers.get(id) ?? '' });
    return { mergedInto: parentId === null ? null : named(parentId), children: childIds.map(named) };
  }

  /** Whose project it is tells whose ticket it is. */
  private project(ticket: Ticket, actor: PersonActor): Promise<TicketPartsView['project']> | null {
    const { projectId } = ticket;
    return projectId === null || !seesSubmitter(actor, ticket) ? null : this.projects.brief(projectId);
  }

  private async allowedRequests(ticket: Ticket, { actions, now, calendar }: Glance): Promise<string[]> {
    if (ticket.policyVersion === null || !actions.includes('request')) return [];
    const policy = await this.rules.policyVersion(ticket.regionCode, ticket.policyVersion);
    return REQUEST_KINDS.filter((kind) => requestHindrance(kind, ticket, { now, calendar, policy }) === null);
  }
}

const NO_LISTS: Pick<Ticket, 'requests' | 'assists'> = { requests: [], assists: [] };

/** Whom a complaint is about is told to those above the handlers and to the enterprise that made it. */
function seesAboutPerson(actor: PersonActor, { aboutPersonId, enterpriseId, regionCode }: Ticket): boolean {
  if (aboutPersonId === null || aboutPersonId === actor.id) return false;
  if (actor.enterpriseId === enterpriseId) return true;
  return (
    hasRole(actor, 'office_dispatcher', 'district_leader', 'city_coordinator', 'auditor', 'administrator') &&
    actor.regionCodes.includes(regionCode)
  );
}
