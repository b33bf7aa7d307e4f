export * from './figure-rollup';
export * from './resolution-query';
export * from './resolution-statistics';
export * from './rollup-audit';
