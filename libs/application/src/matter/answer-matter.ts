import { Injectable } from '@nestjs/common';
import {
  answerTogether,
  fullAnswer,
  isLive,
  mayAnswerMatter,
  objectionToAnswering,
  waitsForAnswer,
  type AnswerInput,
  type MatterAnswer,
  type PersonActor,
  type Refusal,
} from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { unitWithin } from '../ticket/chosen-holder';
import { TicketProcedure, type Scene } from '../ticket/procedure';
import { MatterScenes, reads, type MatterScene } from './matter-scene';

export interface AnswerMatterCommand {
  readonly matterId: string;
  readonly actor: PersonActor;
  /** Looked at last, for 422 comes last. */
  readonly input: () => AnswerInput;
  /** Nothing new is said: the answer on record, if there is one, is given to what was left. */
  readonly again: boolean;
}

export interface AnsweredTicket {
  readonly ticketId: string;
  readonly number: string;
}

export interface LeftTicket extends AnsweredTicket, Omit<Refusal, 'pointer'> {}

/** What came of it; tickets the person may not read are only counted. */
export interface AnsweredMatter {
  readonly answered: readonly AnsweredTicket[];
  readonly left: readonly LeftTicket[];
  readonly outOfSight: { readonly answered: number; readonly left: number };
}

interface Sorted {
  readonly free: readonly Scene[];
  readonly left: readonly { readonly scene: Scene; readonly refusal: Refusal }[];
}

/** One answer for every ticket of a matter that can take it, in one transaction. */
@Injectable()
export class AnswerMatter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly scenes: MatterScenes,
    private readonly directory: Directory,
  ) {}

  execute(command: AnswerMatterCommand): Promise<AnsweredMatter> {
    return this.work.run((tx) => this.within(tx, command));
  }

  private async within(tx: Transaction, command: AnswerMatterCommand): Promise<AnsweredMatter> {
    const { matterId, actor } = command;
    const scene = await this.scenes.open(tx, command);
    const { matter, lead } = scene;
    valueOf(mayAnswerMatter(actor, lead.stored));
    valueOf(isLive(matter));
    const { free, left } = sorted(scene, actor);
    if (matter.answer === null && free.length === 0) {
      refuse('matter.none_answerable', '现在没有可以统一答复的诉求');
    }
    const answer = await this.answerOf(tx, scene, command);
    if (matter.answer === null) await tx.matters.keepAnswer(matterId, answer, { byId: actor.id, at: tx.now });
    for (const each of free) {
      const change = answerTogether(each.current.ticket, answer, lead.current.ticket, each.ctx);
      await this.procedure.commit(tx, each, change);
    }
    return told(actor, { free, left });
  }

  /** What is on record, or what is said now; a second answer that says something else is refused. */
  private async answerOf(
    { taskForces }: Transaction,
    { matter, lead }: MatterScene,
    { input, again }: AnswerMatterCommand,
  ): Promise<MatterAnswer> {
    const given = matter.answer;
    if (given !== null && again) return given;
    const { outcome, route, result, responsibleUnitId } = input();
    if (given !== null) {
      const same =
        given.outcome === outcome &&
        given.route === route &&
        given.result === result &&
        (responsibleUnitId ?? given.responsibleUnitId) === given.responsibleUnitId;
      return same ? given : refuse('matter.answered', '已有统一答复；再次调用请不带内容，将沿用该答复');
    }
    const { actor, chain } = lead.ctx;
    const own = actor.kind === 'person' ? actor.unitId : null;
    if (responsibleUnitId !== undefined) {
      const reach = { directory: this.directory, cityOfficeId: chain.cityOfficeId, taskForces };
      await unitWithin(reach, lead.stored, responsibleUnitId, '/responsibleUnitId');
    }
    const named = responsibleUnitId === undefined ? {} : { responsibleUnitId };
    return valueOf(fullAnswer({ outcome, route, result, ...named }, lead.stored.holderUnitId ?? own));
  }
}

function sorted({ matter, members }: MatterScene, actor: PersonActor): Sorted {
  const waiting = members.filter(({ current }) => waitsForAnswer(current.ticket));
  const judged = waiting.map((scene) => ({
    scene,
    refusal: objectionToAnswering(scene.current.ticket, matter, actor)?.refusal ?? null,
  }));
  return {
    free: judged.flatMap(({ scene, refusal }) => (refusal === null ? [scene] : [])),
    left: judged.flatMap(({ scene, refusal }) => (refusal === null ? [] : [{ scene, refusal }])),
  };
}

function told(actor: PersonActor, { free, left }: Sorted): AnsweredMatter {
  const seen = free.filter((scene) => reads(actor, scene));
  const seenLeft = left.filter(({ scene }) => reads(actor, scene));
  return {
    answered: seen.map(nameOf),
    left: seenLeft.map(({ scene, refusal: { code, detail } }) => ({ ...nameOf(scene), code, detail })),
    outOfSight: { answered: free.length - seen.length, left: left.length - seenLeft.length },
  };
}

const nameOf = ({ stored }: Scene): AnsweredTicket => ({ ticketId: stored.id, number: stored.number });
