import fc from 'fast-check';
import { districtCalendar, november } from '../../../../test/support/november';
import { routed } from '../../../../test/support/ticket-stage';
import { workingTime } from '../sla';
import { chainReport, type ChainTotals } from './chain-report';

const HOUR = 3_600;
const MONDAY = november('02T09:00');

describe('the chain of responsibility', () => {
  it('shares the working time among the holders, hop by hop', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T10:00'));
    const { links, total } = chainReport(story.ticket, districtCalendar, november('04T10:00'));
    expect(links).toMatchObject([
      {
        tier: 1,
        personId: 'officer',
        toAt: november('03T10:00'),
        workingSeconds: 8 * HOUR,
        overdueSeconds: 0,
      },
      { tier: 2, unitId: 'township', toAt: null, workingSeconds: 7 * HOUR, overdueMinutes: 0 },
    ]);
    expect(total).toMatchObject({ workingSeconds: 15 * HOUR, workingMinutes: 900 });
  });

  it('gives each hop the promise’s due time, against which the overrun counts, and its own beside it', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T10:00'));
    const { links } = chainReport(story.ticket, districtCalendar, november('04T10:00'));
    expect(links.map((link) => link.dueAt)).toEqual([november('11T17:00'), november('11T17:00')]);
    expect(links.map((link) => link.legDueAt)).toEqual([null, november('10T17:00')]);
  });

  it('keeps an overrun on record when a dispute grants new time', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('answer', 'officer', november('12T10:30')).take('dispute', 'enterprise', november('12T11:00'));
    const late = november('12T14:00');
    const { total, links } = chainReport(story.ticket, districtCalendar, late);
    expect(total.overdueSeconds).toBe(2 * HOUR);
    expect(links[0]?.dueAt).toBeGreaterThan(late);
  });

  it('computes the overrun of each holder after the promise was due', () => {
    const story = routed(MONDAY).sweep(november('16T17:00'));
    const { links, total } = chainReport(story.ticket, districtCalendar, november('17T10:30'));
    expect(links.map((link) => link.overdueSeconds)).toEqual([21 * HOUR, 2 * HOUR]);
    expect(total.overdueSeconds).toBe(23 * HOUR);
  });

  it('counts no pause: neither the wait for material nor the wait for the verdict', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('requestInfo', 'officer', november('02T10:00'));
    story.take('supplyInfo', 'enterprise', november('04T10:00'));
    story.take('answer', 'officer', november('04T11:00'));
    const { total } = chainReport(story.ticket, districtCalendar, november('09T10:00'));
    expect(total).toMatchObject({ workingSeconds: 2 * HOUR, overdueSeconds: 0 });
  });

  it('is empty before anybody held the ticket', () => {
    const submitted = { ...routed(MONDAY).ticket, holdings: [], clocks: [] };
    expect(chainReport(submitted, districtCalendar, november('09T10:00'))).toMatchObject({
      links: [],
      total: { workingSeconds: 0, overdueMinutes: 0 },
    });
  });

  it('adds up to the ticket’s totals, to the second and to the minute, wherever the hops were cut', () => {
    const offsets = fc.array(fc.integer({ min: 1, max: 30 * HOUR * 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: 0, max: 200 * HOUR * 1000 }), (gaps, after) => {
        let at = MONDAY;
        const story = routed(at);
        for (const [index, gap] of gaps.entries()) {
          at += gap;
          const unitId = index % 2 === 0 ? 'township' : 'other-township';
          const tier = index % 2 === 0 ? 2 : 3;
          story.take('dispatch', 'office', at, {
            holder: { tier, unitId, personId: null },
            assistUnitIds: [],
          });
        }
        const now = at + after;
        const { links, total } = chainReport(story.ticket, districtCalendar, now);
        for (const figure of Object.keys(total) as (keyof ChainTotals)[]) {
          expect(links.reduce((sum, link) => sum + link[figure], 0)).toBe(total[figure]);
        }
        const whole = workingTime(districtCalendar, MONDAY, now);
        expect(total.workingSeconds).toBe(Math.floor(whole / 1000));
        expect(total.workingMinutes).toBe(Math.floor(whole / 60_000));
        const late = workingTime(districtCalendar, story.clock('resolve').dueAt, now);
        expect(total.overdueSeconds).toBe(Math.floor(late / 1000));
      }),
      { numRuns: 100 },
    );
  });
});
