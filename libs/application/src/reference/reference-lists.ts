import type { PersonActor, Role } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

export interface CategoryView {
  readonly code: string;
  readonly label: string;
}

export interface RegionView {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
}

export const UNIT_KINDS = ['office', 'department', 'township', 'task_force', 'city_office'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface UnitView extends Named {
  readonly kind: UnitKind;
  readonly regionCode: string;
  /** The industries a department answers for. */
  readonly industries: readonly string[];
  /** A task force that has been dissolved. */
  readonly dissolved: boolean;
}

/** Names and units; telephone numbers are nobody's to list. */
export interface PersonView extends Named {
  readonly post: string | null;
  readonly roles: readonly Role[];
  readonly unit: Named | null;
  readonly regionCode: string;
}

export interface UnitFilter {
  readonly kind?: UnitKind;
  readonly regionCode?: string;
}

export interface PeopleFilter {
  readonly unitId?: string;
  readonly role?: Role;
}

/** The codes and ids a caller needs to fill in a form. Units and people are those of the reader's regions. */
export abstract class ReferenceLists {
  abstract categories(): Promise<readonly CategoryView[]>;

  /** The legal grounds on which a problem may be turned away. */
  abstract rejectionGrounds(): Promise<readonly CategoryView[]>;

  abstract regions(): Promise<readonly RegionView[]>;

  abstract units(reader: PersonActor, filter: UnitFilter, page: PageRequest): Promise<Page<UnitView>>;

  /** Active people in service; the accounts of enterprises are not people to assign or name. */
  abstract people(reader: PersonActor, filter: PeopleFilter, page: PageRequest): Promise<Page<PersonView>>;
}
