import fc from 'fast-check';
import { aftermath } from './aftermath';
import { Coverage } from './coverage';
import { History } from './history';
import { plans, type Plan } from './plan';
import { openSystem, type System } from './system';

/** Histories play side by side, each on a database of its own: while one waits for PostgreSQL another compares. */
const LANES = 2;
const RUNS = Number(process.env['MODEL_RUNS'] ?? 1_000);
/** The seed that a failure names: its histories are played again. */
const SEED = process.env['MODEL_SEED'];
/** Fewer histories than this need not have met everything. */
const ENOUGH = 800;
/** A history that fails is made shorter for so long. */
const SHRUNK_FOR_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** Plays histories from one seed on one system, and stops when another lane has failed. */
class Lane {
  readonly coverage = new Coverage();
  private failedAt = Infinity;
  private last: History | null = null;

  constructor(
    private readonly system: System,
    private readonly others: AbortController,
  ) {}

  async run(seed: number, numRuns: number): Promise<void> {
    await fc.assert(
      fc.asyncProperty(plans, (plan) => this.play(plan)),
      { seed, numRuns },
    );
  }

  private async play(plan: Plan): Promise<void> {
    const stopped = this.others.signal.aborted && this.failedAt === Infinity;
    if (stopped || performance.now() > this.failedAt + SHRUNK_FOR_MS) return;
    try {
      await this.system.wipe(this.last?.model);
      const history = new History(this.system, this.coverage, plan);
      this.last = history;
      await history.play();
      await aftermath(history);
    } catch (error) {
      this.failedAt = Math.min(this.failedAt, performance.now());
      this.others.abort();
      throw error;
    }
  }
}

describe('random histories', () => {
  let systems: System[];

  beforeAll(async () => {
    systems = await Promise.all(Array.from({ length: SEED === undefined ? LANES : 1 }, () => openSystem()));
  });
  afterAll(async () => {
    await Promise.all(systems.map((system) => system.close()));
  });

  it(
    'are the same in PostgreSQL as in the model',
    async () => {
      const seed = SEED === undefined ? Math.floor(Math.random() * 1e9) : Number(SEED);
      const others = new AbortController();
      const lanes = systems.map((system) => new Lane(system, others));
      const begun = performance.now();
      await Promise.all(lanes.map((lane, index) => lane.run(seed + index, Math.ceil(RUNS / lanes.length))));
      const coverage = lanes.reduce((sum, lane) => sum.add(lane.coverage), new Coverage());
      const seconds = (performance.now() - begun) / 1_000;
      const { histories, commands } = coverage;
      const rate = (histories / seconds).toFixed(1);
      console.info(
        `seed ${seed}: ${histories} histories, ${commands} commands, ${rate} histories a second\n${coverage.report()}`,
      );
      if (histories >= ENOUGH) expect(coverage.missing()).toEqual([]);
    },
    LONGEST_MS,
  );
});
