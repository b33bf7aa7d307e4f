export * from './find-orphans';
export * from './orphan-kinds';
export * from './orphan-search';
