export * from './content';
export * from './figures';
export * from './periods';
export * from './published-ticket';
export * from './schedule';
export * from './title';
