export * from './conference-list';
