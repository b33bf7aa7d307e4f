import { FigureRollup, type RollupBacklog } from '@zhuqi/application';
import { FigureRounds } from './figure-rounds';
import type { Turn } from './turn';

class Waiting extends FigureRollup {
  readonly batches: number[] = [];
  constructor(private left: number) {
    super();
  }
  async roll(most: number): Promise<number> {
    const taken = Math.min(most, this.left);
    this.left -= taken;
    this.batches.push(taken);
    return taken;
  }
  async backlog(): Promise<RollupBacklog> {
    return { waiting: this.left, oldestSeconds: 0 };
  }
}

const turn = (goesOn: () => boolean) => ({ goesOn: async () => goesOn() }) as unknown as Turn;

describe('the rounds of the figures', () => {
  it('roll up batch after batch until one is not full', async () => {
    const waiting = new Waiting(2_345);
    await new FigureRounds(
      waiting,
      turn(() => true),
    ).tick();
    expect(waiting.batches).toEqual([1_000, 1_000, 345]);
  });

  it('leave it to the worker whose turn it is, and stop when it is no longer theirs', async () => {
    const waiting = new Waiting(5_000);
    await new FigureRounds(
      waiting,
      turn(() => false),
    ).tick();
    expect(waiting.batches).toEqual([]);
    await new FigureRounds(
      waiting,
      turn(() => waiting.batches.length < 2),
    ).tick();
    expect(waiting.batches).toEqual([1_000, 1_000]);
  });

  it('stop when the program does', async () => {
    const waiting = new Waiting(5_000);
    await new FigureRounds(
      waiting,
      turn(() => true),
    ).tick(AbortSignal.abort());
    expect(waiting.batches).toEqual([]);
  });
});
