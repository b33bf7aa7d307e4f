import { RequestAllowance } from './request-allowance';

const SETTINGS = { tokenSecret: '', timeScaleControl: false, requestsPerMinute: 6_000, trustedProxies: [] };

describe('a person', () => {
  it('may make 6,000 requests at once and then a hundred a second', () => {
    let now = 0;
    const allowance = new RequestAllowance(SETTINGS, { now: () => now });
    const taken = (): number => {
      for (let n = 0; ; n += 1) {
        try {
          allowance.take('somebody');
        } catch {
          return n;
        }
      }
    };
    expect(taken()).toBe(6_000);
    now += 1_000;
    expect(taken()).toBe(100);
    now += 3_600_000;
    expect(taken()).toBe(6_000);
  });
});
