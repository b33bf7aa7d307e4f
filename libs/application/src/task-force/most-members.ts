/** Units that take part in one task force, at most. */
export const MOST_MEMBERS = 20;
