export * from './change-task-force';
export * from './dissolve-task-force';
export * from './found-task-force';
export * from './most-members';
export * from './task-force-book';
