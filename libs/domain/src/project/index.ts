export * from './project';
export * from './project-rules';
