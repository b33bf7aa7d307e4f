import { Injectable } from '@nestjs/common';
import {
  bigramsOf,
  clustersOf,
  likable,
  likeness,
  PROBABLE,
  type Instant,
  type Likable,
  type Likeness,
  type PersonActor,
  type Portrait,
} from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { Directory } from '../ports/directory';
import { ShowTicket } from '../ticket/show-ticket';
import { seesSubmitter, type TicketSummary } from '../ticket-list';
import { SimilarTickets, type Quest, type SimilarCandidate } from './similar-tickets';

/** A ticket that may be about the same. */
export interface SimilarTicket extends Likeness {
  readonly ticket: TicketSummary;
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
  readonly regionCode: string;
  readonly submittedAt: Instant;
}

/** Tickets of several enterprises that look like one matter. */
export interface SuggestedMatter {
  readonly score: number;
  /** The one the others are like comes first. */
  readonly tickets: readonly TicketSummary[];
}

const MOST_COMPARED = 200;
const MOST_TOLD = 10;
const MOST_CLUSTERED = 400;
const MOST_CLUSTERS = 20;

/** Probable duplicates, within what the person may read. */
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
    return this.like(
      { ...words, enterpriseId, townshipId: card?.townshipId ?? null, submittedAt },
      actor,
      {},
    );
  }

  /** Of a ticket the person may read (404 otherwise). */
  async byTicket(ticketId: string, actor: PersonActor): Promise<readonly SimilarTicket[]> {
    const { ticket } = await this.tickets.execute(ticketId, actor);
    const { regionCode } = ticket;
    // That somebody else's ticket is "the same enterprise's" would tell whose this one is.
    const enterpriseId = seesSubmitter(actor, ticket) ? ticket.enterpriseId : null;
    return this.like({ ...ticket, enterpriseId }, actor, { exceptId: ticketId, regionCode });
  }

  /** Of what has just been submitted, among what there was then: a repeated request is told the same. */
  async bySubmission(made: Submitted, actor: PersonActor): Promise<readonly SimilarTicket[]> {
    const { id: exceptId, regionCode, submittedAt: until } = made;
    const card = await this.directory.enterprise(made.enterpriseId);
    const portrait = { ...made, townshipId: card?.townshipId ?? null };
    return this.like(portrait, actor, { exceptId, regionCode, until });
  }

  /** Groups of open tickets of at least three enterprises that look alike, for the office to put together. */
  async clusters(actor: PersonActor): Promise<readonly SuggestedMatter[]> {
    const candidates = await this.similar.unclustered(actor, MOST_CLUSTERED);
    const found = clustersOf(
      candidates.map(({ ticket, portrait }) => ({ ...likable(portrait), id: ticket.id, ticket })),
    );
    return found
      .slice(0, MOST_CLUSTERS)
      .map(({ members, score }) => ({ score, tickets: members.map(({ ticket }) => ticket) }));
  }

  private async like(
    portrait: Portrait,
    actor: PersonActor,
    narrowed: Omit<Quest, 'keys' | 'limit'>,
  ): Promise<readonly SimilarTicket[]> {
    const keys = [...bigramsOf(portrait.title)];
    const candidates = await this.similar.candidates(actor, { keys, limit: MOST_COMPARED, ...narrowed });
    return mostAlike(likable(portrait), candidates);
  }
}

/** Those that are probably about the same, the most alike first. */
const mostAlike = (to: Likable, candidates: readonly SimilarCandidate[]): readonly SimilarTicket[] =>
  candidates
    .map(({ ticket, portrait }) => ({ ticket, ...likeness(to, likable(portrait)) }))
    .filter(({ score }) => score >= PROBABLE)
    .sort((left, right) => right.score - left.score || right.ticket.submittedAt - left.ticket.submittedAt)
    .slice(0, MOST_TOLD);
