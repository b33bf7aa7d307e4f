export * from './end-substitution';
export * from './substitute';
export * from './substitution-book';
