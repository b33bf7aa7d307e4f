export * from './assist-report';
export * from './chain-of-responsibility';
export * from './chain-report';
export * from './explain-hop';
export * from './post';
export * from './substitution';
