export * from './due';
export * from './explain-escalation';
