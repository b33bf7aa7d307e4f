export * from './categories';
export * from './found-region';
export * from './plant-reference';
export * from './regions';
export * from './rejection-grounds';
export * from './stable-unit-id';
export * from './units';
