export * from './resolution-query';
export * from './resolution-statistics';
