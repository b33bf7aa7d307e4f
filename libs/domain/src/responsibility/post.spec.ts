import type { Role } from '../access';
import { mayTakePlace, postsOf, type PostHolder } from './post';

const person = (id: string, role: Role, more: Partial<PostHolder> = {}): PostHolder => ({
  ...{ id, regionCode: '220105', unitId: null, roles: [role], active: true },
  ...more,
});
const AT = { from: '/from', to: '/to' };
const officer = person('a', 'liaison_officer', { unitId: 'office' });
const handler = person('b', 'township_handler', { unitId: 'township' });

describe('a post', () => {
  it('is made by the roles: enterprises, a district, a unit’s business', () => {
    expect(postsOf(officer)).toEqual(['officer']);
    expect(postsOf(handler)).toEqual(['handler']);
    expect(postsOf(person('c', 'district_leader'))).toEqual(['leader']);
    expect(postsOf(person('d', 'auditor'))).toEqual([]);
    expect(postsOf({ roles: ['office_dispatcher', 'liaison_officer'], unitId: 'office' })).toEqual([
      'officer',
      'handler',
    ]);
  });

  it('is taken by somebody of the same kind, officers wherever they sit', () => {
    const elsewhere = person('x', 'liaison_officer', { unitId: 'township' });
    expect(mayTakePlace(officer, elsewhere, AT)).toEqual({ ok: true, value: ['officer'] });
    const colleague = person('y', 'township_handler', { unitId: 'township' });
    expect(mayTakePlace(handler, colleague, AT)).toEqual({ ok: true, value: ['handler'] });
  });

  it.each([
    ['oneself', officer, officer, 'post.same_person', '/to'],
    ['who has none to give', person('d', 'auditor'), officer, 'post.none', '/from'],
    ['another district', officer, { ...officer, id: 'x', regionCode: '220106' }, 'person.unknown', '/to'],
    ['who is out of service', officer, { ...officer, id: 'x', active: false }, 'person.unknown', '/to'],
    ['another role', officer, handler, 'post.other_role', '/to'],
    ['another unit', handler, { ...handler, id: 'x', unitId: 'other' }, 'post.other_unit', '/to'],
  ])('is not taken by %s', (...[, from, to, code, pointer]) => {
    expect(mayTakePlace(from, to, AT)).toMatchObject({ ok: false, refusal: { code, pointer } });
  });

  it('can be given by somebody who has left already', () => {
    expect(mayTakePlace({ ...officer, active: false }, { ...officer, id: 'x' }, AT).ok).toBe(true);
  });
});
