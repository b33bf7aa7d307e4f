/** A task force that a history has founded; its unit goes by its id. */
export interface Force {
  readonly id: string;
  readonly name: string;
  leadId: string;
  readonly memberUnitIds: Set<string>;
  dissolved: boolean;
}

/** The task forces of a history. */
export class Forces {
  readonly list: Force[] = [];
  /** One has been tried: the district may be another than the history has found. */
  changed = false;

  byId(id: string | null): Force | undefined {
    return this.list.find((force) => force.id === id);
  }

  active(): readonly Force[] {
    return this.list.filter(({ dissolved }) => !dissolved);
  }

  ledBy(personId: string): readonly Force[] {
    return this.active().filter(({ leadId }) => leadId === personId);
  }

  /** Those a unit takes part in: what they hold is read along. */
  joinedBy(unitId: string | null): readonly Force[] {
    return this.active().filter(({ memberUnitIds }) => unitId !== null && memberUnitIds.has(unitId));
  }
}
