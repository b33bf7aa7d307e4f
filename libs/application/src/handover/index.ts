export * from './cancel-handover';
export * from './carry-out-due-handovers';
export * from './carry-out-handover';
export * from './hand-over';
export * from './handover-book';
export * from './judge-handover';
