export * from './dimensions';
export * from './measures';
export * from './population';
export * from './rate';
export * from './declared-rates';
export * from './recount';
export * from './declared-figures';
