import fc from 'fast-check';
import { aftermath } from './aftermath';
import { Coverage } from './coverage';
import { History } from './history';
import { plans, type Plan } from './plan';
import { openSystem, type System } from './system';

const LANES = 2;
const RUNS = Number(process.env['MODEL_RUNS'] ?? 1_000);
const SEED = process.env['MODEL_SEED'];
/** Fewer histories than this need not have met everything. */
const ENOUGH = 800;

async function play(system: System, coverage: Coverage, plan: Plan): Promise<void> {
  await system.wipe();
  const history = new History(system, coverage, plan);
  await history.play();
  await aftermath(history);
}

describe('random histories', () => {
  let systems: System[];

  beforeAll(async () => {
    systems = await Promise.all(Array.from({ length: SEED === undefined ? LANES : 1 }, () => openSystem()));
  });
  afterAll(async () => {
    await Promise.all(systems.map((system) => system.close()));
  });

  it('are the same in PostgreSQL as in the model', async () => {
    const seed = SEED === undefined ? Math.floor(Math.random() * 1e9) : Number(SEED);
    const coverages = systems.map(() => new Coverage());
    const begun = performance.now();
    const worked = process.cpuUsage();
    let failed = false;
    await Promise.all(
      systems.map((system, lane) =>
        fc
          .assert(
            fc.asyncProperty(plans, async (plan) => {
              if (failed) return;
              await play(system, coverages[lane]!, plan);
            }),
            { seed: seed + lane, numRuns: Math.ceil(RUNS / systems.length) },
          )
          .catch((error: unknown) => {
            failed = true;
            throw error;
          }),
      ),
    );
    const seconds = (performance.now() - begun) / 1_000;
    const { user, system: kernel } = process.cpuUsage(worked);
    const coverage = coverages.reduce((sum, each) => sum.add(each), new Coverage());
    console.info(
      `seed ${seed}: ${coverage.histories} histories, ${coverage.commands} commands in ${seconds.toFixed(1)} s (${((user + kernel) / 1e6).toFixed(1)} s of this processor)\n${coverage.report()}`,
    );
    if (coverage.histories >= ENOUGH) expect(coverage.missing()).toEqual([]);
  }, 3_600_000);
});
