import { openDemoApp, type Answer, type Caller, type DemoApp } from '../support/demo-app';
import { brokenInvariants } from '../support/invariants';

/** The demo accounts that belong together. */
export const NAMES = [
  ...(['enterprise', 'officer', 'township', 'department', 'office', 'leader'] as const),
  ...(['city', 'auditor', 'admin'] as const),
] as const;
export type Name = (typeof NAMES)[number];
export type Cast = Readonly<Record<Name, Caller>>;

export const PROBLEM = {
  title: '厂区周边道路排水不畅',
  description: '雨后积水，货车无法进出，请协调处理。',
  category: 'infrastructure',
};

export const ANSWER = {
  outcome: 'resolved',
  route: '现场勘查后协调排水部门',
  result: '已疏通管道，恢复通行',
};

/** One demo district with everybody signed in; it is Friday 2023-10-20, nine o'clock. */
export interface Lifecycle {
  readonly demo: DemoApp;
  readonly cast: Cast;
  /** Ids of the units of the township and the department accounts, and of the office. */
  readonly unit: Readonly<Record<'township' | 'department' | 'office', string>>;
  /** A submitted ticket, routed. */
  submitted(extra?: object): Promise<string>;
  /** A complex ticket in the township's hands, claimed. */
  withTownship(extra?: object): Promise<string>;
  /** An answered ticket of the township. */
  answered(extra?: object): Promise<string>;
  /** Closes the program; throws when anything the database holds does not add up. */
  close(): Promise<void>;
}

export async function openLifecycle(): Promise<Lifecycle> {
  const demo = await openDemoApp();
  const callers = await Promise.all(NAMES.map((name) => demo.signIn(name)));
  const cast = Object.fromEntries(NAMES.map((name, index) => [name, callers[index]])) as Cast;
  const unitOf = async (name: Name): Promise<string> => (await cast[name].get('/me')).body.unit.id;
  const unit = {
    township: await unitOf('township'),
    department: await unitOf('department'),
    office: await unitOf('office'),
  };
  const submitted = async (extra: object = {}): Promise<string> => {
    const { body } = done(await cast.enterprise.post('/tickets', { ...PROBLEM, ...extra }), 201);
    await demo.settle();
    return body.id;
  };
  const withTownship = async (extra: object = {}): Promise<string> => {
    const id = await submitted({ severity: 'complex', ...extra });
    done(await cast.township.act(id, 'claim'));
    return id;
  };
  const answered = async (extra: object = {}): Promise<string> => {
    const id = await withTownship(extra);
    done(await cast.township.act(id, 'answer', ANSWER));
    return id;
  };
  const close = async (): Promise<void> => {
    await demo.settle();
    const broken = await brokenInvariants(demo.database);
    await demo.close();
    expect(broken).toEqual({});
  };
  return { demo, cast, unit, submitted, withTownship, answered, close };
}

/** The answer, which must have this status: a story that goes wrong fails where it does. */
export function done(answer: Answer, status = 200): Answer {
  if (answer.status !== status) {
    throw new Error(`answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  }
  return answer;
}

/** That an answer is this refusal, said in Chinese, naming this place of the input. */
export function expectRefusal(answer: Answer, status: number, code: string, pointer?: string): void {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
  const pointers = (answer.body.errors ?? []).map((each: { pointer: string }) => each.pointer);
  expect(pointers).toEqual(pointer === undefined ? pointers : expect.arrayContaining([pointer]));
}

/** The kinds of the unread notices somebody has about a ticket. */
export async function noticesOf(caller: Caller, ticketId: string): Promise<string[]> {
  const { items } = (await caller.get('/notices?unread=true&limit=100')).body;
  return items
    .filter(({ ticket }: { ticket: { id: string } }) => ticket.id === ticketId)
    .map(({ kind }: { kind: string }) => kind);
}

/** What the ticket is like for somebody now. */
export const seenBy = async (caller: Caller, ticketId: string): Promise<Answer['body']> =>
  done(await caller.get(`/tickets/${ticketId}`)).body;
