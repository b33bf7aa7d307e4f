import { Injectable } from '@nestjs/common';
import {
  clustersOf,
  likable,
  likeness,
  pairsOf,
  PROBABLE,
  type Instant,
  type Likeness,
  type PersonActor,
  type Portrait,
} from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { Directory } from '../ports/directory';
import { ShowTicket } from '../ticket/show-ticket';
import { seesSubmitter, type TicketSummary } from '../ticket-list';
import { COMPARED_CHARACTERS, SimilarTickets, type SimilarCandidate } from './similar-tickets';

/** A ticket that may be about the same. */
export interface SimilarTicket extends Likeness {
  readonly ticket: TicketSummary;
}

/** The same without what changes from hour to hour. */
export interface ProbableDuplicate extends Likeness {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** What somebody is about to submit. */
export interface Words {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly enterpriseId?: string;
}

/** What has just been submitted. */
export interface Submitted extends Words {
  readonly id: string;
  readonly enterpriseId: string;
  readonly submittedAt: Instant;
}

/** Tickets of several enterprises that look like one matter. */
export interface SuggestedMatter {
  readonly score: number;
  /** The one the others are like comes first. */
  readonly tickets: readonly TicketSummary[];
}

const MOST_COMPARED = 200;
/** A submission waits for this comparison. */
const MOST_COMPARED_ON_SUBMISSION = 10;
const MOST_TOLD = 10;
const MOST_CLUSTERED = 400;
const MOST_CLUSTERS = 20;

/** Probable duplicates and clusters, within what the person may read. */
@Injectable()
export class FindSimilar {
  constructor(
    private readonly similar: SimilarTickets,
    private readonly tickets: ShowTicket,
    private readonly directory: Directory,
    private readonly clock: BusinessClock,
  ) {}

  /** Of what is about to be submitted. An enterprise that is not named is the person's own, when it has one. */
  async byWords(words: Words, actor: PersonActor): Promise<readonly SimilarTicket[]> {
    const enterpriseId = words.enterpriseId ?? actor.enterpriseId;
    const card = enterpriseId === null ? null : await this.directory.enterprise(enterpriseId);
    const submittedAt = await this.clock.now();
    return this.like({ ...words, enterpriseId, townshipId: card?.townshipId ?? null, submittedAt }, actor);
  }

  /** Of a ticket the person may read (404 otherwise), in its own district. */
  async byTicket(ticketId: string, actor: PersonActor): Promise<readonly SimilarTicket[]> {
    const { ticket } = await this.tickets.execute(ticketId, actor);
    const { regionCode } = ticket;
    // That somebody else's ticket is "the same enterprise's" would tell whose this one is.
    const enterpriseId = seesSubmitter(actor, ticket) ? ticket.enterpriseId : null;
    return this.like({ ...ticket, enterpriseId }, actor, { exceptId: ticketId, regionCode });
  }

  /** What the same enterprise had submitted by then: a repeated request is told the same. */
  async bySubmission(made: Submitted, actor: PersonActor): Promise<readonly ProbableDuplicate[]> {
    const { id: exceptId, enterpriseId, submittedAt: until } = made;
    const card = await this.directory.enterprise(enterpriseId);
    const quest = { exceptId, enterpriseId, until, limit: MOST_COMPARED_ON_SUBMISSION };
    const candidates = await this.similar.candidates(actor, quest);
    return mostAlike({ ...made, townshipId: card?.townshipId ?? null }, candidates);
  }

  /** Groups of open tickets of at least three enterprises that look alike, for the office to put together. */
  async clusters(actor: PersonActor): Promise<readonly SuggestedMatter[]> {
    const candidates = await this.similar.unclustered(actor, MOST_CLUSTERED);
    const alike = candidates.map((candidate) => ({ ...likable(candidate), id: candidate.id }));
    const found = clustersOf(alike).slice(0, MOST_CLUSTERS);
    const ids = found.flatMap(({ members }) => members.map(({ id }) => id));
    const summaries = await this.similar.summaries(actor, ids);
    return found.map(({ members, score }) => ({
      score,
      tickets: members.flatMap(({ id }) => summaries.get(id) ?? []),
    }));
  }

  private async like(
    portrait: Portrait,
    actor: PersonActor,
    where: { readonly exceptId?: string; readonly regionCode?: string } = {},
  ): Promise<readonly SimilarTicket[]> {
    const pairs = pairsOf(portrait.title);
    const also = portrait.enterpriseId === null ? {} : { alsoOf: portrait.enterpriseId };
    const quest = { ...where, ...also, pairs, limit: MOST_COMPARED };
    const candidates = await this.similar.candidates(actor, quest);
    const found = mostAlike(portrait, candidates);
    const ids = found.map(({ id }) => id);
    const summaries = await this.similar.summaries(actor, ids);
    return found.flatMap(({ id, score, reasons }) => {
      const ticket = summaries.get(id);
      return ticket === undefined ? [] : [{ ticket, score, reasons }];
    });
  }
}

/** Those that are probably about the same, the most alike first. */
function mostAlike(to: Portrait, candidates: readonly SimilarCandidate[]): readonly ProbableDuplicate[] {
  const subject = likable({ ...to, description: to.description.slice(0, COMPARED_CHARACTERS) });
  return candidates
    .map((candidate) => ({ candidate, ...likeness(subject, likable(candidate)) }))
    .filter(({ score }) => score >= PROBABLE)
    .sort(
      (left, right) => right.score - left.score || right.candidate.submittedAt - left.candidate.submittedAt,
    )
    .slice(0, MOST_TOLD)
    .map(({ candidate: { id, number, title }, score, reasons }) => ({ id, number, title, score, reasons }));
}
