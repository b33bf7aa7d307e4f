export * from './due';
export * from './explain-escalation';
export * from './try-out';
