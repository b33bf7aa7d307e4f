import type { Day, EventType, Instant, Measure, PersonActor, Population } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Basis } from '../statistics';
import type { TicketSummary } from '../ticket-list';

/** The same figures at two moments. */
export interface ComparedSelection {
  readonly population: Population;
  readonly basis: Basis;
  readonly from: Day;
  readonly to: Day;
  /** When it was published. */
  readonly then: Instant;
  readonly now: Instant;
}

/** What became of one measure: it is more now by `entered - left + complaints`. */
export interface Compared {
  /** Tickets it counts now and did not count then, complaints about staff left out. */
  readonly entered: number;
  /** The other way round. */
  readonly left: number;
  /** What complaints about staff added, in sum: no list names them. */
  readonly complaints: number;
}

/** A posting that changed the figure. */
export interface DifferenceEvent {
  readonly at: Instant;
  readonly type: EventType;
  readonly unit: string | null;
  readonly change: number;
}

/** A ticket the figure counts now and did not count then, or the other way round. */
export interface DifferingTicket {
  readonly ticket: TicketSummary;
  readonly counted: { readonly then: boolean; readonly now: boolean };
  readonly because: readonly DifferenceEvent[];
}

/** What has become of published figures, from the postings since. */
export abstract class BulletinDifferences {
  /** Of the region of the reader, as far as its scope goes. */
  abstract compare(
    reader: PersonActor,
    selection: ComparedSelection,
  ): Promise<Readonly<Record<Measure, Compared>>>;

  /**
   * The tickets that make the difference of one measure, the latest submitted first, within the reader's scope;
   * complaints about staff are left out.
   */
  abstract tickets(
    reader: PersonActor,
    regionCodes: readonly string[],
    difference: ComparedSelection & { readonly measure: Measure },
    page: PageRequest,
  ): Promise<Page<DifferingTicket>>;
}
