import { Injectable } from '@nestjs/common';
import {
  changeProject,
  checkPlan,
  mayManageProject,
  newlyNamed,
  type PersonActor,
  type Project,
  type ProjectPlan,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';
import { ProjectBook } from './project-book';

export interface EnterProjectCommand {
  readonly actor: PersonActor;
  readonly idempotencyKey: string | undefined;
  readonly input: {
    readonly enterpriseId: string;
    readonly plan: ProjectPlan;
    /** The leader may take on more projects than the rule allows. */
    readonly overCapacity: boolean;
  };
}

export interface ChangeProjectCommand {
  readonly projectId: string;
  readonly actor: PersonActor;
  readonly expectedVersion: number | undefined;
  /** Looked at last, for 422 comes last. */
  readonly input: () => {
    readonly plan: Partial<ProjectPlan>;
    readonly reason: string;
    readonly overCapacity: boolean;
  };
}

/** The office enters projects and changes them, each time with a trail. */
@Injectable()
export class ManageProject {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: ProjectBook,
    private readonly ids: IdGenerator,
  ) {}

  /** Answers `{id}`; the same key and words again get the first answer again. */
  enter({ actor, input, idempotencyKey }: EnterProjectCommand): Promise<StoredAnswer> {
    const claim = claimOf(this.ids, actor.id, idempotencyKey, input);
    return this.work.run((tx) => answerOnce(tx, claim, () => this.add(tx, actor, input)));
  }

  private async add(
    tx: Transaction,
    actor: PersonActor,
    { enterpriseId, plan, overCapacity }: EnterProjectCommand['input'],
  ): Promise<{ readonly id: string }> {
    const regionCode = await tx.projects.regionOfOwner(enterpriseId);
    if (regionCode === null || !actor.regionCodes.includes(regionCode)) {
      return refuse('enterprise.foreign', '没有找到该企业，或不在您的范围内', '/enterpriseId');
    }
    valueOf(mayManageProject(actor, regionCode));
    const project: Project = { ...plan, id: this.ids.next(), regionCode, enterpriseId, version: 1 };
    const cast = await tx.projects.castOf(plan, project.id);
    valueOf(checkPlan({ regionCode, plan, cast, overCapacity }));
    const deed = { byId: actor.id, at: tx.now, reason: null, changed: {} };
    await tx.projects.add(project, deed);
    return { id: project.id };
  }

  /** Who may see it (404), who may change it (403), on which version (428, 412), and then to what. */
  async change({ projectId, actor, expectedVersion, input }: ChangeProjectCommand): Promise<void> {
    const seen = (await this.book.find(actor, projectId)) ?? notFound();
    valueOf(mayManageProject(actor, seen.regionCode));
    await this.work.run(async (tx) => {
      const before = (await tx.projects.lock(projectId)) ?? notFound();
      checkVersion(expectedVersion, before.version);
      const { plan: wanted, reason, overCapacity } = input();
      const { project, changed } = valueOf(changeProject(before, wanted));
      const named = newlyNamed(before, project);
      const cast = await tx.projects.castOf(named, projectId);
      const plan = { ...project, ...named };
      valueOf(checkPlan({ regionCode: project.regionCode, plan, cast, overCapacity }));
      const deed = { byId: actor.id, at: tx.now, reason, changed };
      await tx.projects.change(project, deed);
    });
  }
}

function checkVersion(expected: number | undefined, version: number): void {
  if (expected === undefined) refuse('precondition.required', '请带上 If-Match，其值为您看到的版本（ETag）');
  if (expected !== version) refuse('version.stale', `项目已更新到 v${String(version)}，请刷新后再操作`);
}

const notFound = (): never => refuse('project.not_found', '没有找到该项目，或您无权查看');
