export * from './escalated-tickets';
export * from './list-escalations';
