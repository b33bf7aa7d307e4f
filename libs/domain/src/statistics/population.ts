import type { Ticket } from '../ticket/ticket';

/** Problems of enterprises and problems of projects are counted apart, in every figure (企业诉求、项目问题). */
export const POPULATIONS = ['enterprise', 'project'] as const;
export type Population = (typeof POPULATIONS)[number];

export const POPULATION_LABEL = {
  enterprise: '企业诉求',
  project: '项目问题',
} as const satisfies Record<Population, string>;

/** Which population a ticket counts in, settled when it is submitted. */
export const populationOf = ({ projectId }: Pick<Ticket, 'projectId'>): Population =>
  projectId === null ? 'enterprise' : 'project';
