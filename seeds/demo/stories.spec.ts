import { ticketLamp } from '@zhuqi/domain';
import { CATEGORIES, stableUnitId } from '../reference';
import { chainOf } from './rehearsal';
import { account, calendar, collected, district, stories, told, type ToldStory } from './rehearsed-stories';
import { demoStories } from './stories';
import { DEMO_START, instantOf, STORY_CALENDAR } from './story-calendar';
import type { Story } from './story-types';
import { TEXTS } from './texts';

const resolved = collected.filter(
  ({ ticket }) => ticket.outcome === 'resolved' || ticket.outcome === 'answered_on_spot',
);
const open = collected.filter((each) => !resolved.includes(each));
const distinct = (list: readonly unknown[]) => new Set(list).size;
const lampOf = ({ ticket }: ToldStory) => ticketLamp(ticket, DEMO_START);

describe('the stories of the demo', () => {
  it('add up to 181 collected and 161 resolved, as published', () => {
    expect(collected).toHaveLength(181);
    expect(resolved).toHaveLength(161);
    expect(open).toHaveLength(20);
  });

  it('lead exactly where they are planned to lead', () => {
    for (const each of told) {
      const { status, tier, round, outcome } = each.ticket;
      const lamp = each.story.planned.lamp === undefined ? {} : { lamp: lampOf(each) };
      expect({ key: each.story.key, status, tier, round, outcome, ...lamp }).toEqual({
        key: each.story.key,
        ...each.story.planned,
      });
    }
  });

  it('are told in order, between the start of the year and the start of the demo', () => {
    for (const { submittedAt, steps, key } of stories) {
      const times = [submittedAt, ...steps.map(({ at }) => at)].map(instantOf);
      expect([key, ...times]).toEqual([key, ...[...times].sort((a, b) => a - b)]);
      expect(times.at(-1)).toBeLessThan(DEMO_START);
      expect(submittedAt > '2023-01-03').toBe(true);
      expect(submittedAt < '2023-10-20').toBe(true);
    }
  });

  it('never happen twice at the same moment within one story', () => {
    for (const { steps, submittedAt } of stories) {
      expect(distinct([submittedAt, ...steps.map(({ at }) => at)])).toBe(steps.length + 1);
    }
  });

  it('are the same every time', () => {
    expect(demoStories()).toEqual(stories);
  });

  it('are each about a problem of their own', () => {
    expect(distinct(stories.map(({ description }) => description))).toBe(stories.length);
    expect(distinct(stories.map(({ key }) => key))).toBe(stories.length);
    expect(TEXTS.length).toBeGreaterThanOrEqual(90);
    for (const { title, description } of stories) {
      expect(title.length).toBeLessThanOrEqual(120);
      expect(description.length).toBeGreaterThanOrEqual(60);
      expect(description.length).toBeLessThanOrEqual(300);
      expect(title + description).not.toMatch(/\{\d\}/);
    }
  });

  it('share no route or result between different texts', () => {
    expect(distinct(TEXTS.map(({ route }) => route))).toBe(TEXTS.length);
    expect(distinct(TEXTS.map(({ result }) => result))).toBe(TEXTS.length);
  });
});

describe('the spread of the collected tickets', () => {
  const of = (pick: (each: ToldStory) => unknown) => distinct(collected.map(pick));
  const count = (keep: (each: ToldStory) => boolean) => collected.filter(keep).length;

  it('reaches every category, township, department, month and the four levels', () => {
    expect(of(({ story }) => story.category)).toBe(CATEGORIES.length);
    expect(of(({ ticket }) => ticket.townshipId)).toBe(9);
    expect(of(({ ticket }) => ticket.departmentId)).toBe(4);
    expect(of(({ story }) => story.submittedAt.slice(0, 7))).toBe(10);
    expect(new Set(resolved.map(({ ticket }) => ticket.tier))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('is mostly simple, then consult, then complex, and about one in twenty major', () => {
    const severities = ['simple', 'consult', 'complex', 'major'].map((each) =>
      count(({ story }) => story.severity === each),
    );
    expect(severities).toEqual([...severities].sort((a, b) => b - a));
    expect(severities[3]).toBeGreaterThanOrEqual(8);
  });

  it('includes disputes, requests for material, escalations by hand and by the system, and silence', () => {
    const acted = (act: string) => count(({ story }) => story.steps.some((step) => step.act === act));
    const byCause = (cause: string) =>
      count(({ escalations }) => escalations.some((each) => each.cause === cause));
    expect(acted('dispute')).toBeGreaterThanOrEqual(6);
    expect(acted('requestInfo')).toBeGreaterThanOrEqual(8);
    expect(byCause('manual')).toBeGreaterThanOrEqual(15);
    expect(byCause('resolve_overdue')).toBeGreaterThanOrEqual(5);
    expect(
      count(({ ticket }) => ticket.status === 'closed' && ticket.verdict === null),
    ).toBeGreaterThanOrEqual(15);
    expect(count(({ ticket }) => ticket.verdict?.solved === 'partly')).toBeGreaterThanOrEqual(8);
    expect(resolved.filter(({ ticket }) => ticket.status === 'answered').length).toBeGreaterThanOrEqual(3);
    expect(count(({ ticket }) => ticket.outcome === 'answered_on_spot')).toBeGreaterThanOrEqual(20);
  });

  it('keeps most promises and breaks a few', () => {
    const late = resolved.filter(({ ticket }) =>
      ticket.clocks.some(({ kind, lapsed }) => kind === 'resolve' && lapsed),
    );
    expect(late.length).toBeGreaterThanOrEqual(8);
    expect(late.length).toBeLessThanOrEqual(30);
  });
});

describe('the tickets open when the demo starts', () => {
  const enterpriseOf = (story: Story) => district.enterprises.find(({ key }) => key === story.enterprise);
  const named = enterpriseOf({ enterprise: 'e001' } as Story);

  it('show every lamp', () => {
    const lamps = open.map(lampOf);
    const shown = (lamp: string) => lamps.filter((each) => each === lamp).length;
    expect(shown('yellow')).toBeGreaterThanOrEqual(3);
    expect(shown('red')).toBeGreaterThanOrEqual(3);
    expect(shown('green')).toBeGreaterThanOrEqual(3);
    expect(shown('grey')).toBe(3);
  });

  it('have risen to the leader of the account in at least three cases', () => {
    const leader = account('leader')?.personId;
    const risen = open.filter(({ ticket, escalations }) => ticket.tier === 4 && escalations.length > 0);
    expect(open.filter(({ ticket }) => ticket.tier === 4).length).toBeGreaterThanOrEqual(4);
    expect(
      risen.filter(({ story }) => chainOf(story, district).leaderId === leader).length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('give every named account something to do', () => {
    const held = open.map(({ ticket }) => ticket);
    expect(
      held.filter(({ holderPersonId }) => holderPersonId === account('officer')?.personId).length,
    ).toBeGreaterThanOrEqual(2);
    expect(
      held.filter(({ holderUnitId }) => holderUnitId === named?.townshipId).length,
    ).toBeGreaterThanOrEqual(2);
    expect(
      held.filter(({ holderUnitId }) => holderUnitId === stableUnitId('erdao.miit')).length,
    ).toBeGreaterThanOrEqual(1);
    const own = collected.filter(({ story }) => story.enterprise === named?.key);
    expect(own.filter(({ ticket }) => ticket.status === 'closed').length).toBeGreaterThanOrEqual(1);
    expect(own.filter(({ ticket }) => ticket.outcome === null).length).toBeGreaterThanOrEqual(1);
  });
});

describe('the calendar of the stories', () => {
  it('is that of the published holidays', () => {
    for (let day = '2023-01-01'; day <= '2023-12-31'; day = STORY_CALENDAR.nextDay(day)) {
      expect([day, STORY_CALENDAR.openMsOf(day)]).toEqual([day, calendar.openMsOf(day)]);
    }
  });
});
