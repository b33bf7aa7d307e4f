import { Injectable } from '@nestjs/common';
import {
  attested,
  hasRole,
  mayRaiseProblem,
  questionList,
  submit,
  type DayContext,
  type ItemInput,
  type PersonActor,
  type SubmitInput,
  type Ticket,
} from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { RuleBook } from '../ports/rule-book';
import { UnitOfWork, type SubmittingEnterprise, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { answerOnce, claimOf } from './answer-once';
import { planOutbox } from './outbox-plan';

export interface SubmitCommand {
  readonly actor: PersonActor;
  readonly input: Omit<SubmitInput, 'items'> & {
    readonly enterpriseId?: string;
    /** A question list (问题清单). */
    readonly items?: readonly ItemInput[];
  };
  readonly idempotencyKey: string | undefined;
  /** How the ticket is shown to the caller; what the first request was shown is what a repetition gets. */
  readonly present: (ticket: Ticket, now: number) => Promise<unknown>;
}

/** Takes a problem down: ticket, event, figures and outbox in one transaction; routing follows from the queue. */
@Injectable()
export class SubmitTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RuleBook,
    private readonly directory: Directory,
    private readonly ids: IdGenerator,
  ) {}

  async execute(command: SubmitCommand): Promise<StoredAnswer> {
    await this.checkReferences(command);
    const { actor, idempotencyKey, input } = command;
    const claim = claimOf(this.ids, actor.id, idempotencyKey, input);
    return this.work.run((tx) => answerOnce(tx, claim, () => this.create(tx, command)));
  }

  private async create(tx: Transaction, command: SubmitCommand): Promise<unknown> {
    const enterprise = await this.enterpriseFor(tx, command);
    const subject = {
      ...enterprise,
      enterpriseId: enterprise.id,
      id: this.ids.next(),
      number: enterprise.nextNumber,
    };
    const { version: calendarVersion, calendar } = await this.rules.calendar(enterprise.regionCode);
    const said = saidOf(command, { calendar, now: tx.now });
    const change = attested(null, submit({ ...subject, calendarVersion }, said, command.actor, tx.now));
    await tx.save({ before: null, change, outbox: planOutbox(change, this.ids) });
    return command.present(change.ticket, tx.now);
  }

  private async checkReferences({ input, actor }: SubmitCommand): Promise<void> {
    if (!(await this.rules.isCategory(input.category))) {
      refuse('category.unknown', '诉求类别不存在，请从 /categories 中选择', '/category');
    }
    if (input.aboutPersonId === undefined) return;
    const person = await this.directory.person(input.aboutPersonId);
    if (person === null || !actor.regionCodes.includes(person.regionCode)) {
      refuse('person.unknown', '没有这个人员', '/aboutPersonId');
    }
  }

  /** The enterprise the actor may speak for; any other is as unknown as one that does not exist. */
  private async enterpriseFor(
    tx: Transaction,
    { actor, input }: SubmitCommand,
  ): Promise<SubmittingEnterprise> {
    const own = hasRole(actor, 'enterprise') ? actor.enterpriseId : null;
    const id = input.enterpriseId ?? own ?? refuse('enterprise.required', '请指明企业', '/enterpriseId');
    const { projectId = null } = input;
    const found = await tx.submittingEnterprise(id, projectId);
    if (found === null || !speaksFor(actor, found)) {
      return refuse('enterprise.foreign', '没有找到该企业，或不在您的范围内', '/enterpriseId');
    }
    if (projectId !== null) valueOf(mayRaiseProblem(found.projectState));
    return found;
  }
}

function speaksFor(actor: PersonActor, enterprise: SubmittingEnterprise): boolean {
  if (hasRole(actor, 'enterprise')) return actor.enterpriseId === enterprise.id;
  if (hasRole(actor, 'office_dispatcher', 'district_leader', 'integrator')) {
    return actor.regionCodes.includes(enterprise.regionCode);
  }
  return actor.pairedEnterpriseIds.includes(enterprise.id);
}

/** The input with its question list made into items. */
function saidOf({ input: { items, ...said }, actor }: SubmitCommand, when: DayContext): SubmitInput {
  if (items === undefined || items.length === 0) return said;
  return { ...said, items: valueOf(questionList(items, actor, when)) };
}
