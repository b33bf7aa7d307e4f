export * from './dimensions';
export * from './measures';
export * from './rate';
