import type { BookAudit, TicketBookFault } from '@zhuqi/application';
import { bookFault } from '@zhuqi/domain';
import type { StoredPosting } from './audit-readings';
import type { AuditedTicket } from './chain-check';

/** Recounts the book of figures, ticket by ticket, and keeps the first faults. */
export class BookCheck {
  postings = 0;
  partly = 0;
  faulty = 0;
  readonly faults: TicketBookFault[] = [];

  constructor(private readonly mostFaults: number) {}

  /** All postings of one ticket. One without events has only strays. */
  take({ ticketId, row, events }: AuditedTicket, postings: readonly StoredPosting[]): void {
    this.postings += postings.length;
    if (events[0] !== undefined && events[0].data['population'] === undefined) this.partly += 1;
    const fault = bookFault(events, postings, row?.under ?? null);
    if (fault === null) return;
    this.faulty += 1;
    if (this.faults.length < this.mostFaults) {
      this.faults.push({ ticketId, number: row?.number ?? null, ...fault });
    }
  }

  get result(): BookAudit {
    const { postings, partly, faulty, faults } = this;
    return { postings, partly, faulty, faults };
  }
}
