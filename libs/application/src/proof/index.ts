export * from './anchor-book';
export * from './anchor-heads';
export * from './anchoring';
export * from './audit-anchors';
export * from './audit-bulletins';
export * from './verification-record';
export * from './verify-all';
