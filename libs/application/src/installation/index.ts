export * from './create-administrator';
export * from './event-log-audit';
export * from './examine-installation';
export * from './finding';
export * from './founding-store';
export * from './holiday-store';
export * from './installation-survey';
export * from './load-holidays';
