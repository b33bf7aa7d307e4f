import { pendingRequest, promiseOf, type Standing } from '@zhuqi/domain';
import { stableUnitId } from '../reference';
import { about, account, collected, district, inErdao } from './rehearsed-stories';
import { DEMO_START, instantOf } from './story-calendar';

const lastRound = (place: string) => about(place).ticket.rounds.at(-1);
const requestsOf = (place: string) =>
  about(place).ticket.requests.map(({ kind, state }) => `${kind} ${state}`);

const STANDING_OF: Readonly<Record<string, Standing>> = {
  office_dispatcher: 'office',
  district_leader: 'leader',
};

describe('requests and rulings in the demo', () => {
  const mayRule = (place: string, username: string): boolean => {
    const person = district.people.find(({ id }) => id === account(username)?.personId);
    const waiting = pendingRequest(about(place).ticket.requests);
    if (person === undefined || waiting === null) return false;
    const standing = person.roles.map((role) => STANDING_OF[role]);
    return (
      waiting.rulers.some((each) => standing.includes(each)) ||
      (person.unitId !== null && waiting.rulerUnitId === person.unitId)
    );
  };

  it.each([
    ['an extension of the township’s village road', 'village-road:0', 'extension', ['department', 'office']],
    [
      'an extension of the officer’s crane inspection',
      'special-equipment:0',
      'extension',
      ['township', 'office'],
    ],
    ['a return of the shared car park', 'parking-shortage:0', 'return', ['office']],
    ['a second extension of the planning line', 'red-line-conflict:1', 'extension', ['leader']],
  ])('wait for somebody with an account: %s', (_name, place, kind, usernames) => {
    expect(requestsOf(place).at(-1)).toBe(`${kind} pending`);
    const able = ['office', 'leader', 'township', 'department'].filter((each) => mayRule(place, each));
    expect(able.sort()).toEqual([...usernames].sort());
    expect(about(place).ticket.requests.at(-1)?.ruleBy).toBeGreaterThan(DEMO_START);
  });

  it('grant two extensions: one was needed to answer in time, the other not', () => {
    for (const place of ['village-road:1', 'fire-road-scheme:0']) {
      expect(requestsOf(place)).toEqual(['extension approved']);
      expect(about(place).ticket.status).toBe('closed');
    }
    expect(lastRound('village-road:1')).toMatchObject({ late: false, lateWithoutExtension: true });
    expect(lastRound('fire-road-scheme:0')).toMatchObject({ late: false, lateWithoutExtension: false });
  });

  it('refuse one, and the promise stays what it was', () => {
    const { ticket } = about('project-loan-permit:1');
    expect(requestsOf('project-loan-permit:1')).toEqual(['extension refused']);
    const promise = promiseOf(ticket);
    expect(promise?.dueAt).toBe(promise?.unextendedDueAt);
    expect(promise?.dueAt).toBe(instantOf('2023-10-20T17:00'));
  });

  it('give a returned ticket to the unit that was named', () => {
    const { ticket } = about('road-closure:0');
    expect(requestsOf('road-closure:0')).toEqual(['return approved']);
    expect(ticket.holdings.map((hop) => hop.unitId)).toEqual(
      ['erdao.commerce', 'erdao.housing'].map(stableUnitId),
    );
    expect([ticket.returnCount, ticket.status]).toEqual([1, 'closed']);
  });

  it('suspend one ticket until after the start, and one that has resumed by itself', () => {
    expect(requestsOf('dormitory:0')).toEqual(['suspension approved']);
    expect(about('dormitory:0').ticket).toMatchObject({
      status: 'suspended',
      wakeAt: instantOf('2023-10-25T08:30'),
    });
    const { ticket, events } = about('heating-start:1');
    expect(events.find(({ type }) => type === 'resumed')?.data).toEqual({ because: 'review' });
    expect(ticket.status).toBe('closed');
    expect(ticket.pausedMinutes).toBeGreaterThan(0);
  });
});

describe('assistants, lists, rounds and merging in the demo', () => {
  it('has two units assist the department, of which one has given its opinion', () => {
    const { ticket } = about('power-capacity:0');
    expect(ticket.assists.map((each) => [each.unitId, each.state])).toEqual([
      [stableUnitId('erdao.ndrc'), 'given'],
      [stableUnitId('erdao.yingjun'), 'asked'],
    ]);
    expect([ticket.status, ticket.holderUnitId]).toEqual(['in_progress', stableUnitId('erdao.miit')]);
    expect(stableUnitId('erdao.yingjun')).toBe(
      district.people.find(({ id }) => id === account('township')?.personId)?.unitId,
    );
  });

  it('has a list of five questions with three replies', () => {
    const { items } = about('legal-checkup:1').ticket;
    expect(items.map(({ kind }) => kind)).toEqual(Array(5).fill('question'));
    expect(items.filter(({ doneAt }) => doneAt !== null).map(({ ordinal }) => ordinal)).toEqual([1, 2, 4]);
  });

  it('has an enterprise with an account commit itself to documents that are still to come, and one that kept its word', () => {
    const { story, ticket } = about('special-equipment:0');
    expect(story.enterprise).toBe('e001');
    const owed = ticket.items.filter(({ kind, doneAt }) => kind === 'deferred' && doneAt === null);
    expect(owed.map(({ dueOn }) => dueOn)).toEqual(['2023-10-27', '2023-11-01']);
    const kept = about('deferred-licence:1').ticket.items;
    expect(kept.map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([['deferred', true]]);
  });

  it('has a ticket reopened in its second round, with less than a full promise', () => {
    const { ticket } = about('street-lights:0');
    expect(ticket.rounds.map(({ opened }) => opened)).toEqual(['dispatch', 'reopen']);
    expect([ticket.status, ticket.verdict, ticket.disputeCount]).toEqual(['in_progress', null, 0]);
    expect(promiseOf(ticket)?.dueAt).toBeLessThan(instantOf('2023-10-25T00:00'));
  });

  it('has one ticket merged into another that stays open; it counts nowhere', () => {
    const merged = inErdao.filter(({ ticket }) => ticket.status === 'merged');
    expect(merged.map(({ ticket }) => ticket.mergedIntoId)).toEqual([about('gas-connect:0').story.key]);
    expect(collected).not.toContain(merged[0]);
  });
});
