export * from './answer-together';
export * from './bigrams';
export * from './clusters';
export * from './matter';
export * from './membership';
export * from './similarity';
