export * from './content';
export * from './difference';
export * from './event-label';
export * from './figures';
export * from './periods';
export * from './published-ticket';
export * from './schedule';
export * from './title';
