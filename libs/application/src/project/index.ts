export * from './manage-project';
export * from './project-book';
