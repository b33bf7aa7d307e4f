import request from 'supertest';
import { done, expectRefusal, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import type { Answer, Caller } from '../support/demo-app';

const EXTENSION = { kind: 'extension', reason: '须等专项检测报告', newDueOn: '2023-11-22' };
const SUSPENSION = { kind: 'suspension', reason: '等待上级批复', reviewOn: '2023-10-27' };
const DOWNGRADE = { kind: 'downgrade', reason: '经核实为一般问题', toSeverity: 'simple' };
const NOBODY = '01a2018e-8587-70e6-9d52-c6f55495d9b9';

describe('requests and rulings that are refused', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  const asked = async (caller: Caller, id: string, body: object): Promise<Answer['body']> =>
    done(await caller.act(id, 'requests', body), 201).body;
  const ruled = (caller: Caller, id: string, requestId: string, approved: boolean): Promise<Answer> =>
    caller.act(id, `requests/${requestId}/ruling`, { approved, note: approved ? '情况属实' : '理由不足' });

  describe('wrong requests', () => {
    let id: string;
    beforeAll(async () => {
      id = await life.withTownship();
    });

    it.each([
      ['no kind', { reason: '理由' }, 'request.invalid', '/kind'],
      ['an unknown kind', { kind: 'holiday', reason: '理由' }, 'request.invalid', '/kind'],
      ['a blank reason', { ...EXTENSION, reason: '  ' }, 'request.invalid', '/reason'],
      [
        'a reason of 2,001 characters',
        { ...EXTENSION, reason: '长'.repeat(2_001) },
        'request.invalid',
        '/reason',
      ],
      [
        'a day the calendar does not have',
        { ...EXTENSION, newDueOn: '2023-11-31' },
        'request.invalid',
        '/newDueOn',
      ],
      ['a field nobody knows', { ...EXTENSION, urgent: true }, 'request.invalid', '/urgent'],
      ['a unit that is no id', { ...DOWNGRADE, toUnitId: 'township' }, 'request.invalid', '/toUnitId'],
      ['a unit nobody knows', { ...DOWNGRADE, toUnitId: NOBODY }, 'unit.unknown', '/toUnitId'],
      [
        'an extension without a day',
        { kind: 'extension', reason: '理由' },
        'request.due_required',
        '/newDueOn',
      ],
      [
        'an extension with a null for its day',
        { ...EXTENSION, newDueOn: null },
        'request.due_required',
        '/newDueOn',
      ],
      ['an extension to a Sunday', { ...EXTENSION, newDueOn: '2023-11-26' }, 'extension.due_on', '/newDueOn'],
      [
        'an extension beyond the cap',
        { ...EXTENSION, newDueOn: '2024-03-01' },
        'extension.beyond_cap',
        '/newDueOn',
      ],
      [
        'a suspension without a review',
        { kind: 'suspension', reason: '理由' },
        'request.review_required',
        '/reviewOn',
      ],
      [
        'a suspension that names a unit',
        { ...SUSPENSION, toUnitId: 'UNIT' },
        'request.field_unneeded',
        '/toUnitId',
      ],
      [
        'a suspension beyond the cap',
        { ...SUSPENSION, reviewOn: '2024-03-01' },
        'suspension.beyond_cap',
        '/reviewOn',
      ],
      [
        'a return without a unit',
        { kind: 'return', reason: '理由', basis: '依据' },
        'request.unit_required',
        '/toUnitId',
      ],
      [
        'a return without a basis',
        { kind: 'return', reason: '理由', toUnitId: 'UNIT' },
        'request.basis_required',
        '/basis',
      ],
      [
        'a downgrade to what is heavier',
        { ...DOWNGRADE, toSeverity: 'major' },
        'downgrade.not_lower',
        '/toSeverity',
      ],
    ])('%s', async (_what, body: object, code, pointer) => {
      const before = await seenBy(life.cast.township, id);
      const unit = 'toUnitId' in body && body.toUnitId === 'UNIT' ? { toUnitId: life.unit.department } : {};
      expectRefusal(await life.cast.township.act(id, 'requests', { ...body, ...unit }), 422, code, pointer);
      expect((await seenBy(life.cast.township, id)).version).toBe(before.version);
    });

    it('are refused in order: 401, 404, 403, 428, 412, 409, 422', async () => {
      const { township, enterprise, department } = life.cast;
      const [path, bad] = [`/tickets/${id}/requests`, { kind: 'holiday' }];
      const stranger = await life.demo.signIn('enterprise2');
      expectRefusal(await stranger.post(path, bad, { 'if-match': '"v1"' }), 404, 'ticket.not_found');
      expectRefusal(await department.post(path, bad), 404, 'ticket.not_found');
      expectRefusal(await enterprise.post(path, bad), 403, 'ticket.not_holder');
      expectRefusal(await township.post(path, bad), 428, 'precondition.required');
      expectRefusal(await township.post(path, bad, { 'if-match': '"v1"' }), 412, 'version.stale');
      expectRefusal(await township.post(path, bad, { 'if-match': 'seven' }), 400, 'precondition.invalid');
      const nobody = await request(life.demo.app.getHttpServer()).post(`/api/v1${path}`).send(bad);
      expectRefusal(nobody, 401, 'session.required');
      const answered = await life.answered();
      expectRefusal(await township.act(answered, 'requests', bad), 409, 'ticket.wrong_status');
    });
  });

  describe('wrong rulings', () => {
    let id: string;
    let requestId: string;
    beforeAll(async () => {
      id = await life.withTownship();
      requestId = (await asked(life.cast.township, id, SUSPENSION)).id;
    });

    it.each([
      ['no decision', { note: '同意' }, '/approved'],
      ['a decision in words', { approved: 'yes', note: '同意' }, '/approved'],
      ['no note', { approved: true }, '/note'],
      ['a blank note', { approved: true, note: ' \n' }, '/note'],
      ['a note of 2,001 characters', { approved: true, note: '长'.repeat(2_001) }, '/note'],
      ['a field nobody knows', { approved: true, note: '同意', requestId: NOBODY }, '/requestId'],
      ['a list', [], ''],
    ])('%s', async (_what, body: object, pointer) => {
      const answer = await life.cast.office.act(id, `requests/${requestId}/ruling`, body);
      expectRefusal(answer, 422, 'request.invalid', pointer);
    });

    it('are refused in order: 404, 403, 428, 412, 409', async () => {
      const { township, office } = life.cast;
      const stranger = await life.demo.signIn('office2');
      const path = (which: string): string => `/tickets/${id}/requests/${which}/ruling`;
      expectRefusal(await stranger.post(path(requestId)), 404, 'ticket.not_found');
      expectRefusal(await township.post(path(NOBODY)), 404, 'request.not_found');
      expectRefusal(await township.post(path('first')), 404, 'resource.not_found');
      expectRefusal(await township.get(`/tickets/${id}/requests/${NOBODY}`), 404, 'request.not_found');
      expectRefusal(await township.post(path(requestId)), 403, 'ticket.not_permitted');
      expectRefusal(await office.post(path(requestId)), 428, 'precondition.required');
      expectRefusal(await office.post(path(requestId), {}, { 'if-match': '"v2"' }), 412, 'version.stale');
      const elsewhere = await life.withTownship();
      expectRefusal(await office.act(elsewhere, `requests/${requestId}/ruling`), 404, 'request.not_found');
      const over = await life.withTownship();
      const { id: gone } = await asked(township, over, EXTENSION);
      done(await township.act(over, 'recall'));
      expectRefusal(await ruled(office, over, gone, true), 409, 'request.already_ruled');
    });
  });
});
