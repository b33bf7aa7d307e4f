import { Injectable } from '@nestjs/common';
import {
  noticeRule,
  noticeText,
  scopeOf,
  withinScope,
  type Audience,
  type NoticeRule,
  type Ticket,
} from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import { IdGenerator } from '../ports/id-generator';
import type { NoticeToWrite } from '../ports/notices';
import { TicketReader, type LoggedEvent } from '../ports/ticket-reader';
import { UnitOfWork } from '../ports/transaction';
import type { JobResult } from '../ticket/route-ticket';

export interface DeliverNoticeCommand {
  readonly outboxId: string;
  readonly ticketId: string;
  readonly seq: number;
}

type FoundTicket = Awaited<ReturnType<TicketReader['find']>>;

/** What one message comes to. */
interface Letter {
  readonly command: DeliverNoticeCommand;
  readonly notices: readonly NoticeToWrite[];
}

/** Tells the people an event concerns, each once: the key (event, channel, recipient) is unique. */
@Injectable()
export class DeliverNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: TicketReader,
    private readonly directory: Directory,
    private readonly ids: IdGenerator,
  ) {}

  async execute(command: DeliverNoticeCommand): Promise<JobResult> {
    const notices = await this.prepared(command, await this.reader.find(command.ticketId));
    return this.write([{ command, notices }]);
  }

  /**
   * Several in one transaction, and each ticket read once. One that cannot be delivered does not keep the others from
   * their people; it is thrown when all have had their turn.
   */
  async executeAll(commands: readonly DeliverNoticeCommand[]): Promise<JobResult> {
    const letters: Letter[] = [];
    const failures: unknown[] = [];
    const read = new Map<string, FoundTicket>();
    for (const command of commands) {
      const { ticketId } = command;
      try {
        const found = read.get(ticketId) ?? (await this.reader.find(ticketId));
        read.set(ticketId, found);
        letters.push({ command, notices: await this.prepared(command, found) });
      } catch (error) {
        failures.push(error);
      }
    }
    const result = await this.writeAll(letters).catch((error: unknown) => void failures.push(error));
    if (failures.length > 0) throw failures[0];
    return result ?? 'done';
  }

  /** All at once; when that fails one by one, so that only the one at fault is left. */
  private async writeAll(letters: readonly Letter[]): Promise<JobResult> {
    try {
      return await this.write(letters);
    } catch (error) {
      if (letters.length < 2) throw error;
    }
    const failures: unknown[] = [];
    for (const letter of letters) await this.write([letter]).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    return 'done';
  }

  private write(letters: readonly Letter[]): Promise<JobResult> {
    return this.work.run(async (tx) => {
      const finished = new Set(await tx.finishOutbox(letters.map(({ command }) => command.outboxId)));
      if (finished.size === 0) return 'no_longer_applicable';
      const ours = letters.filter(({ command }) => finished.has(command.outboxId));
      await tx.writeNotices(ours.flatMap(({ notices }) => notices));
      return 'done';
    });
  }

  private async prepared(
    command: DeliverNoticeCommand,
    found: FoundTicket,
  ): Promise<readonly NoticeToWrite[]> {
    const event = await this.reader.event(command.ticketId, command.seq);
    const rule = event === null ? null : noticeRule(event);
    return found === null || event === null || rule === null ? [] : this.notices(found.ticket, event, rule);
  }

  private async notices(ticket: Ticket, event: LoggedEvent, rule: NoticeRule) {
    const lists = await Promise.all(rule.to.map((audience) => this.recipients(audience, ticket, event)));
    const mayHear = (id: string): boolean => id !== event.actor.id && id !== ticket.aboutPersonId;
    const concerned = lists.flat().filter(mayHear);
    // The absent are told as well: they are back one day.
    const others = (await this.directory.standingInFor(concerned)).filter(mayHear);
    const recipients = await this.readers(ticket, [...new Set([...concerned, ...others])]);
    return recipients.map((recipientId) => ({
      id: this.ids.next(),
      ticketId: ticket.id,
      seq: event.seq,
      recipientId,
      kind: rule.kind,
      text: noticeText(rule, ticket),
      at: event.at,
    }));
  }

  /**
   * Those who may read the ticket now. An event may name somebody who has given the ticket's leadership away since, and
   * a complaint must not reach whoever stands in for the person it is about.
   */
  private async readers(ticket: Ticket, personIds: readonly string[]): Promise<readonly string[]> {
    const people = await this.directory.inService(personIds);
    const reading = new Set(
      people.filter((person) => withinScope(scopeOf(person), ticket)).map(({ id }) => id),
    );
    return personIds.filter((id) => reading.has(id));
  }

  private async recipients(
    audience: Audience,
    ticket: Ticket,
    event: LoggedEvent,
  ): Promise<readonly string[]> {
    switch (audience) {
      case 'holder':
        return this.holder(ticket, event);
      case 'assistants':
        return (await Promise.all(ticket.assistUnitIds.map((unitId) => this.handlers(unitId)))).flat();
      case 'officer':
        return this.paired('officer', ticket.enterpriseId);
      case 'leader':
        return this.leader(ticket);
      case 'office': {
        const office = await this.directory.officeOf(ticket.regionCode);
        return office === null ? [] : this.handlers(office.id);
      }
      case 'lead':
        return this.holder(ticket, { ...event, data: {} });
      case 'rulers':
        return this.rulers(ticket, event);
      case 'participants':
        return [
          ...idsIn(event.data['personIds']),
          ...(await Promise.all(idsIn(event.data['unitIds']).map((unitId) => this.handlers(unitId)))).flat(),
        ];
      case 'enterprise':
        return (await this.directory.peopleOf(ticket.enterpriseId)).map((person) => person.id);
    }
  }

  /** Who may rule, as the request says; whoever holds the ticket may not. */
  private async rulers(ticket: Ticket, event: LoggedEvent): Promise<readonly string[]> {
    const standings = Array.isArray(event.data['rulers']) ? (event.data['rulers'] as readonly string[]) : [];
    const unitId = idOf(event.data['rulerUnitId']);
    const city = standings.includes('city') ? await this.directory.cityOfficeOf(ticket.regionCode) : null;
    const lists = await Promise.all([
      standings.includes('office') ? this.recipients('office', ticket, event) : [],
      standings.includes('leader') ? this.recipients('leader', ticket, event) : [],
      city === null ? [] : this.handlers(city.id),
      unitId === null ? [] : this.handlers(unitId),
    ]);
    return lists.flat();
  }

  /** Whoever the event itself names, otherwise whoever holds the ticket: the person, or everyone of the unit. */
  private holder(ticket: Ticket, event: LoggedEvent): Promise<string[]> {
    const named = 'unitId' in event.data || 'personId' in event.data;
    const personId = named ? idOf(event.data['personId']) : ticket.holderPersonId;
    const unitId = named ? idOf(event.data['unitId']) : ticket.holderUnitId;
    if (personId !== null) return Promise.resolve([personId]);
    return unitId === null ? Promise.resolve([]) : this.handlers(unitId);
  }

  /** Whoever is paired today: the one of the day of submission may long have another enterprise. */
  private async paired(kind: 'officer' | 'leader', enterpriseId: string): Promise<string[]> {
    const pairs = await this.directory.pairedWith(enterpriseId);
    return pairs.filter((pair) => pair.kind === kind).map(({ personId }) => personId);
  }

  /**
   * Of a confidential ticket only the leader on record knows, and whoever leads it in that leader's stead: whoever was
   * paired later may not even read it.
   */
  private async leader({
    confidential,
    leaderId,
    enterpriseId,
    projectId,
  }: Ticket): Promise<readonly string[]> {
    const ofProject = projectId === null ? null : await this.directory.leaderOfProject(projectId);
    if (!confidential) return ofProject === null ? this.paired('leader', enterpriseId) : [ofProject];
    return leaderId === null ? [] : this.directory.leadingFor(leaderId);
  }

  private async handlers(unitId: string): Promise<string[]> {
    return (await this.directory.handlersOf(unitId)).map((person) => person.id);
  }
}

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
