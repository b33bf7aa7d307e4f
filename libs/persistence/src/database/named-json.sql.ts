/** A row that has a name, as readers are shown it. */
export const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** The same of one that is referred to by its id; null when there is none. */
export const namedPerson = (id: string): string => `(select ${named('p')} from person p where p.id = ${id})`;
export const namedUnit = (id: string): string => `(select ${named('n')} from unit n where n.id = ${id})`;
