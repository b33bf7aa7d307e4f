export * from './show-policies';
export * from './try-out-escalation';
