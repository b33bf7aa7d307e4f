import type { Provider } from '@nestjs/common';
import { SeedStore, StoryDesk } from '@zhuqi/application';
import { PgSeedStore } from './pg-seed-store';
import { PgStoryDesk } from './pg-story-desk';

/** What a district starts from, and the desk at which the demo's story is told. */
export const SEEDING_PROVIDERS: readonly Provider[] = [
  { provide: SeedStore, useClass: PgSeedStore },
  { provide: StoryDesk, useClass: PgStoryDesk },
];
