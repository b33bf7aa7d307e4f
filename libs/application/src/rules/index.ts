export * from './change-calendar';
export * from './change-policy';
export * from './rule-history';
export * from './ruled-region';
export * from './rules-totals';
export * from './try-rules';
