export * from './actor';
export * from './district-reader';
export * from './permissions';
export * from './roles';
export * from './scope';
