/** Small choices that all follow from one number, so that a history repeats exactly and shrinks as a whole. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 up to, not including, `sides`. */
  roll(sides: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.state >>> 8) % sides;
  }

  oneIn(sides: number): boolean {
    return this.roll(sides) === 0;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.roll(list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** Each as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let rest = this.roll(list.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [each, weight] of list) {
      if (rest < weight) return each;
      rest -= weight;
    }
    throw new Error('nothing to choose from');
  }
}
