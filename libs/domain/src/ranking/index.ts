export * from './appeal';
export * from './default-scheme';
export { judgeScheme, RANKED_RATES, type SchemeTerms } from './judge-scheme';
export * from './previous-period';
export * from './rank';
export * from './ranking';
export * from './scheme';
export { FULL_MARKS, type Contestant } from './score';
export * from './visible';
