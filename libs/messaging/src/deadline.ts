const LATE = Symbol('late');

/** Waits for the work, but not longer; answers whether it settled in time. A failure counts as settled. */
export async function settledWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const settled = work.catch(() => undefined);
  return (await orLate(settled, ms)) !== LATE;
}

/** The value of the work. Rejects when it fails or takes longer. */
export async function within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  const value = await orLate(work, ms);
  if (value === LATE) throw new Error(`${what}: no answer within ${ms} ms`);
  return value;
}

async function orLate<T>(work: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
