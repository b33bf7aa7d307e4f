export * from './ranking';
export * from './scheme';
