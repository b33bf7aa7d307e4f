import { Injectable } from '@nestjs/common';
import {
  FEWEST_TICKETS_OF_A_MATTER,
  isLive,
  joinMatter,
  leaveMatter,
  mayManageMatters,
  MOST_TICKETS_OF_A_MATTER,
  removeFromMatter,
  type Matter,
  type PersonActor,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { Refused, refuse, valueOf } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';
import { TicketProcedure, type Scene } from '../ticket/procedure';
import { MatterScenes, reads } from './matter-scene';

export interface MakeMatterCommand {
  readonly actor: PersonActor;
  readonly idempotencyKey: string | undefined;
  readonly input: {
    readonly title: string;
    readonly leadTicketId: string;
    readonly ticketIds: readonly string[];
    readonly reason: string;
  };
}

/** Which matter, and who asks. */
interface Of {
  readonly matterId: string;
  readonly actor: PersonActor;
}

export interface AddToMatterCommand extends Of {
  /** Looked at last, for 422 comes last. */
  readonly input: () => { readonly ticketIds: readonly string[] };
}

/** The office puts tickets of several enterprises together, adds, takes out and dissolves. */
@Injectable()
export class ManageMatter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly scenes: MatterScenes,
    private readonly ids: IdGenerator,
  ) {}

  /** Answers `{id}`; the same key and words again get the first answer again. */
  make({ actor, input, idempotencyKey }: MakeMatterCommand): Promise<StoredAnswer> {
    const claim = claimOf(this.ids, actor.id, idempotencyKey, input);
    return this.work.run((tx) => answerOnce(tx, claim, () => this.create(tx, { actor, input })));
  }

  private async create(
    tx: Transaction,
    { actor, input }: Pick<MakeMatterCommand, 'actor' | 'input'>,
  ): Promise<{ readonly id: string }> {
    const wanted = [...new Set([input.leadTicketId, ...input.ticketIds])];
    if (wanted.length < FEWEST_TICKETS_OF_A_MATTER) tooFew('/ticketIds');
    if (wanted.length > MOST_TICKETS_OF_A_MATTER) tooMany('/ticketIds');
    const scenes = await this.scenes.lock(tx, wanted, actor);
    const lead = readable(scenes.get(input.leadTicketId), actor, '/leadTicketId');
    valueOf(mayManageMatters(actor, lead.stored));
    const matter: Matter = {
      ...{ id: this.ids.next(), regionCode: lead.stored.regionCode, leadTicketId: input.leadTicketId },
      ...{ title: input.title, reason: input.reason, state: 'open', answer: null, answeredAt: null },
    };
    const members = wanted.map((id) => readable(scenes.get(id), actor, pointerOf(id, input)));
    await tx.matters.make(matter, { byId: actor.id, at: tx.now });
    for (const member of members) await this.join(tx, member, { matter, lead, input });
    return { id: matter.id };
  }

  /** More of the same, also after the answer: they are answered when it is given again. */
  add({ matterId, actor, input }: AddToMatterCommand): Promise<void> {
    return this.work.run(async (tx) => {
      const besides = namedIn(input);
      const { matter, lead, members, scenes } = await this.scenes.open(tx, { matterId, actor, besides });
      valueOf(mayManageMatters(actor, lead.stored));
      valueOf(isLive(matter));
      const { ticketIds } = input();
      if (members.length + ticketIds.length > MOST_TICKETS_OF_A_MATTER) tooMany('/ticketIds');
      for (const id of ticketIds) {
        const scene = readable(scenes.get(id), actor, pointerOf(id, { ticketIds }));
        await this.join(tx, scene, { matter, lead, input: { ticketIds } });
      }
    });
  }

  remove({ matterId, actor, ticketId }: Of & { readonly ticketId: string }): Promise<void> {
    return this.work.run(async (tx) => {
      const { matter, lead, members } = await this.scenes.open(tx, { matterId, actor });
      valueOf(mayManageMatters(actor, lead.stored));
      const scene = members.find(({ stored }) => stored.id === ticketId && reads(actor, { stored }));
      if (scene === undefined) return refuse('matter.not_member', '该诉求不在这组同类诉求中');
      const change = valueOf(removeFromMatter(scene.current.ticket, matter, scene.ctx));
      await this.procedure.commit(tx, scene, change);
    });
  }

  /** Before its answer: every ticket stands for itself again. */
  dissolve({ matterId, actor }: Of): Promise<void> {
    return this.work.run(async (tx) => {
      const { matter, lead, members } = await this.scenes.open(tx, { matterId, actor });
      valueOf(mayManageMatters(actor, lead.stored));
      valueOf(isLive(matter));
      if (matter.answer !== null) refuse('matter.answered', '这组同类诉求已统一答复，不能解散');
      for (const scene of members) {
        await this.procedure.commit(tx, scene, leaveMatter(scene.current.ticket, scene.ctx));
      }
      await tx.matters.dissolve(matterId, { byId: actor.id, at: tx.now });
    });
  }

  private async join(tx: Transaction, scene: Scene, { matter, lead, input }: Joining): Promise<void> {
    const decided = joinMatter(scene.current.ticket, matter, lead.current.ticket, scene.ctx);
    if (!decided.ok) {
      const { code, detail } = decided.refusal;
      throw new Refused({ code, detail, pointer: pointerOf(scene.stored.id, input) });
    }
    await this.procedure.commit(tx, scene, decided.value);
  }
}

interface Joining {
  readonly matter: Matter;
  readonly lead: Scene;
  readonly input: Named;
}

interface Named {
  readonly leadTicketId?: string;
  readonly ticketIds: readonly string[];
}

/** What there is to lock besides; words that will be refused in their turn name nothing. */
function namedIn(input: AddToMatterCommand['input']): readonly string[] {
  try {
    return input().ticketIds;
  } catch {
    return [];
  }
}

/** The place of the input that names this ticket. */
function pointerOf(id: string, { ticketIds, leadTicketId }: Named): string {
  const index = ticketIds.indexOf(id);
  return index < 0 && id === leadTicketId ? '/leadTicketId' : `/ticketIds/${String(index)}`;
}

/** A ticket that was named; one the person may not read is as unknown as one that does not exist. */
function readable(scene: Scene | undefined, actor: PersonActor, pointer: string): Scene {
  return scene !== undefined && reads(actor, scene)
    ? scene
    : refuse('matter.unknown_ticket', '没有找到要列入的诉求，或您无权查看', pointer);
}

const tooFew = (pointer: string): never =>
  refuse('matter.too_few', '除牵头诉求外，至少再列入一件同类诉求', pointer);

const tooMany = (pointer: string): never =>
  refuse('matter.too_many', `一组同类诉求最多 ${String(MOST_TICKETS_OF_A_MATTER)} 件`, pointer);
