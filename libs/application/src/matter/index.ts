export * from './answer-matter';
export * from './manage-matter';
export * from './matter-book';
export * from './matter-scene';
