export * from './content';
export * from './figure-label';
export * from './figures';
export * from './periods';
export * from './published-ticket';
export * from './schedule';
export * from './title';
