import type { Role } from '../access';
import { accepted, refused, type Decision } from '../decision';
import { HANDLER_ROLES } from '../ticket/standing';
import { isOneOf } from '../ticket/axes';

/** What a person answers for by its roles: enterprises, a district's ladder, or what its unit holds. */
export const POSTS = ['officer', 'leader', 'handler'] as const;
export type Post = (typeof POSTS)[number];

export const POST_LABEL = {
  officer: '驻企专员',
  leader: '包保领导',
  handler: '单位经办',
} as const satisfies Record<Post, string>;

/** A person as its post sees it. */
export interface PostHolder {
  readonly id: string;
  readonly regionCode: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** The posts these roles make; none for an auditor, an administrator or somebody of an enterprise. */
export function postsOf({ roles, unitId }: Pick<PostHolder, 'roles' | 'unitId'>): readonly Post[] {
  const held: Record<Post, boolean> = {
    officer: roles.includes('liaison_officer'),
    leader: roles.includes('district_leader'),
    handler: unitId !== null && roles.some((role) => isOneOf(HANDLER_ROLES, role)),
  };
  return POSTS.filter((post) => held[post]);
}

/** The fields of an input that name the two people. */
export interface PostPointers {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether `successor` can do what `holder` does: in service, in the same region, with every post of the holder's, and
 * for a unit's business in that very unit. Answers the posts.
 */
export function mayTakePlace(
  holder: PostHolder,
  successor: PostHolder,
  at: PostPointers,
): Decision<readonly Post[]> {
  if (holder.id === successor.id) return refused('post.same_person', '不能由本人接替本人', at.to);
  const posts = postsOf(holder);
  if (posts.length === 0) return refused('post.none', '该人员没有承办、包保的岗位', at.from);
  if (!successor.active || successor.regionCode !== holder.regionCode) {
    return refused('person.unknown', '本区没有这个在岗人员', at.to);
  }
  const missing = posts.filter((post) => !postsOf(successor).includes(post));
  if (missing.length > 0) {
    const labels = missing.map((post) => POST_LABEL[post]).join('、');
    return refused('post.other_role', `接替人须同为${labels}`, at.to);
  }
  if (posts.includes('handler') && successor.unitId !== holder.unitId) {
    return refused('post.other_unit', '单位经办只能由同一单位的人员接替', at.to);
  }
  return accepted(posts);
}
