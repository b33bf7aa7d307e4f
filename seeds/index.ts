export * from './reference';
export { stableId } from './stable-id';
export * from './demo';
