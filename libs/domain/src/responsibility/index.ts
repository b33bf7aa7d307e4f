export * from './chain-of-responsibility';
export * from './chain-report';
