export * from './advance-demo-clock';
export * from './demo-clock';
