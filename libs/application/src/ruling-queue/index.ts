export * from './ruling-queue';
