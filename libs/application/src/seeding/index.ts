export * from './seed-store';
