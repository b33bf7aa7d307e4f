import fc from 'fast-check';
import { inNovember, november } from '../../../../test/support/november';
import { DISTRICT, routed, type Terms } from '../../../../test/support/ticket-stage';
import { CLOCK_KINDS, parsePolicy, TRIGGER_EFFECTS, type Trigger } from '../sla';
import { SEVERITIES, URGENCIES } from '../ticket/axes';
import { MINUTE_MS } from '../time';
import { MOST_MOMENTS, tryOut, type TryOutCase } from './try-out';

const MONDAY = november('02T09:00');
const problem: TryOutCase = { severity: 'simple', urgency: 'normal', channel: 'enterprise', start: MONDAY };
const rulesOf = ({ policy, calendar }: Terms) => ({ policy, calendar });
const RULES = rulesOf(DISTRICT);

describe('trying the rules out', () => {
  it('shows every moment that comes by itself, in order, with who is told what', () => {
    const { startTier, promises, moments, more } = tryOut(problem, RULES);
    expect(startTier).toBe(1);
    expect(promises.map(({ clock, dueAt }) => `${clock} ${inNovember(dueAt) ?? ''}`)).toEqual([
      'claim 03T17:00',
      'firstContact 03T17:00',
      'reply 05T17:00',
      'resolve 11T17:00',
    ]);
    const first = moments.filter(({ at }) => at <= november('16T17:00') && at > november('10T00:00'));
    expect(first.map(({ at, what, clock, tier }) => [inNovember(at), what, clock, tier])).toEqual([
      ['11T17:00', 'lampChanged', 'resolve', 1],
      ['16T17:00', 'escalated', 'resolve', 2],
      ['16T17:00', 'supervised', null, 2],
    ]);
    expect(moments.find(({ trigger }) => trigger === 'unclaimed')).toMatchObject({
      ...{
        at: november('03T17:00'),
        day: '2026-11-03',
        what: 'urged',
        clock: 'claim',
        kind: 'urged',
        tier: 1,
      },
      ...{ text: '认领时限：诉求被催办，请尽快办理', provisional: false },
    });
    expect(more).toBe(false);
  });

  it('says which moments lie past the published holidays', () => {
    const { moments } = tryOut({ ...problem, severity: 'major' }, RULES);
    const firstOf2027 = moments.find(({ day }) => day > '2026-12-31');
    expect(moments[0]?.provisional).toBe(false);
    expect(firstOf2027?.provisional).toBe(true);
  });

  it('begins where the severity, the window or the tier asked for begins', () => {
    const startOf = (over: Partial<TryOutCase>) => tryOut({ ...problem, ...over }, RULES).startTier;
    expect(
      [{}, { severity: 'major' }, { channel: 'window' }, { tier: 3 }].map((over) => startOf(over as object)),
    ).toEqual([1, 4, 2, 3]);
    expect(
      tryOut({ ...problem, tier: 2 }, { ...RULES, policy: { ...RULES.policy, ladder: [1, 3] } }).startTier,
    ).toBe(2);
  });

  it('ends after so many moments and says that there would be more', () => {
    const minutely = Array.from({ length: 50 }, (_, count) => ({
      ...{
        code: `c${'abcdefghij'[count % 10] ?? ''}${'abcde'[Math.floor(count / 10)] ?? ''}`,
        clock: 'resolve',
      },
      ...{ side: 'after', offset: { unit: 'workingMinutes', count }, effect: 'urge' },
    })) as unknown as Trigger[];
    const policy = { ...DISTRICT.policy, triggers: minutely };
    expect(parsePolicy(policy).ok).toBe(true);
    const { moments, more } = tryOut(problem, { ...RULES, policy });
    expect(moments).toHaveLength(MOST_MOMENTS);
    expect(more).toBe(true);
  });

  it('agrees with what the sweep really does, whatever the rules and the start', () => {
    const trigger = fc
      .record({
        clock: fc.constantFrom(...CLOCK_KINDS),
        side: fc.constantFrom('before' as const, 'after' as const),
        offset: fc.record({
          unit: fc.constantFrom('workingDays' as const, 'workingMinutes' as const),
          count: fc.nat({ max: 6 }),
        }),
        effect: fc.constantFrom(...TRIGGER_EFFECTS),
      })
      .map((each) => ({ ...each, code: 'a' }));
    const cases = fc.record({
      severity: fc.constantFrom(...SEVERITIES),
      urgency: fc.constantFrom(...URGENCIES),
      minutes: fc.nat({ max: 60 * 24 * 28 }),
      triggers: fc.array(trigger, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(cases, ({ severity, urgency, minutes, triggers }) => {
        const named = triggers.map((each, index) => ({ ...each, code: `t${'abcd'[index] ?? ''}` }));
        const policy = { ...DISTRICT.policy, triggers: named };
        fc.pre(parsePolicy(policy).ok);
        const start = MONDAY + minutes * MINUTE_MS;
        const terms = { ...DISTRICT, policy };
        const { moments } = tryOut({ ...problem, severity, urgency, start }, rulesOf(terms));
        const story = routed(start, { severity, urgency }, terms);
        const before = story.events.length;
        const until = moments.at(-1)?.at ?? start;
        story.sweep(until);
        const really = story.events.slice(before, before + moments.length);
        expect(moments.map(({ at, what }) => [at, what])).toEqual(really.map(({ at, type }) => [at, type]));
        expect(story.events.length - before).toBeGreaterThanOrEqual(moments.length);
      }),
      { numRuns: 200 },
    );
  });
});
