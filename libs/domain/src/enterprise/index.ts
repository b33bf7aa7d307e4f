export * from './caseload';
export * from './credit-code';
export * from './industry';
