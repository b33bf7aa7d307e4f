export * from './demo';
export * from './reference';
export { SeedingModule } from './seeding.module';
export { stableId } from './stable-id';
