export { AppealRanking } from './appeal-ranking';
export * from './change-scheme';
export * from './publish-ranking';
export * from './ranking-publications';
export * from './ranking-schemes';
export * from './rankings';
export * from './show-rankings';
