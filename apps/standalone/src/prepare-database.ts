import { migrateQueueSchema } from '@zhuqi/messaging';
import { APPLICATION_ROLE, migrate, withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { PlantReference, PrepareDemo, type PreparedDemo, SeedingModule } from '@zhuqi/seeds';

/** Schema, reference rows and, with a demo password, the demo district; everything may be done again. */
export async function prepareDatabase(url: string, password: string | null): Promise<PreparedDemo | null> {
  await migrate(url);
  await migrateQueueSchema(url, APPLICATION_ROLE);
  return withPersistence(
    { url, repeatable: true, modules: [RealTimeModule, SeedingModule] },
    async (ports) => {
      await ports.get(PlantReference).execute();
      return password === null ? null : ports.get(PrepareDemo).execute(password);
    },
  );
}
