export * from './attest';
export * from './book-check';
export * from './facts';
export * from './row-check';
export * from './tally';
