export * from './notice-inbox';
export * from './read-notice';
