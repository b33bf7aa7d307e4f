import { inNovember, november } from '../../../../../test/support/november';
import {
  atOfficer,
  atTownship,
  downgrade,
  extension,
  returnTo,
  ruled,
  suspension,
  unit,
} from '../../../../../test/support/ticket-requests';
import { DISTRICT, routed, type Inputs } from '../../../../../test/support/ticket-stage';
import { isFree } from '../permit';
import { CAST } from '../../../../../test/support/ticket-cast';

const TUESDAY = november('03T10:00');

describe('a request', () => {
  it('says what is asked for, why, on what basis and with which evidence, and until when it is to be ruled on', () => {
    const story = atTownship().take('request', 'township', TUESDAY, {
      ...extension('2026-11-30'),
      ...{ basis: '合同第三条', evidence: '供货合同' },
    });
    expect(story.ticket.requests).toMatchObject([
      {
        ...{ kind: 'extension', state: 'pending', round: 1, hop: 1, newDueOn: '2026-11-30' },
        ...{ reason: '设备待外购', basis: '合同第三条', evidence: '供货合同' },
        ...{ askedAt: TUESDAY, askedById: 'wang', askedUnitId: 'township', ruledAt: null },
      },
    ]);
    expect(inNovember(story.ticket.requests[0]?.ruleBy ?? null)).toBe('04T17:00');
    expect(story.events.at(-1)).toMatchObject({
      type: 'requested',
      data: { kind: 'extension', newDueOn: '2026-11-30', rulers: ['office'], rulerUnitId: 'department' },
      texts: { reason: '设备待外购', basis: '合同第三条', evidence: '供货合同' },
    });
  });

  it('lets the unit that is to rule read the ticket', () => {
    const story = atTownship();
    expect(story.ticket.heldUnitIds).not.toContain('department');
    story.take('request', 'township', TUESDAY, extension('2026-11-30'));
    expect(story.ticket.heldUnitIds).toContain('department');
    expect(story.refusal('rule', 'department', november('03T11:00'))).toBeNull();
  });

  it('is the holder’s alone', () => {
    for (const by of ['office', 'officer', 'department', 'leader', 'enterprise'] as const) {
      expect([by, atTownship().refusal('request', by, TUESDAY, extension('2026-11-30'))]).toEqual([
        by,
        'ticket.not_holder',
      ]);
    }
  });

  it('waits alone: a second one is not made before the first has ended', () => {
    const story = atTownship().take('request', 'township', TUESDAY, extension('2026-11-30'));
    const again = november('03T11:00');
    expect(story.refusal('request', 'townshipColleague', again, suspension('2026-11-10'))).toBe(
      'request.pending',
    );
    story.take('recall', 'township', again);
    expect(story.refusal('request', 'township', again, suspension('2026-11-10'))).toBeNull();
  });

  it.each([
    ['a day to an extension', { ...extension('2026-11-30'), reviewOn: '2026-11-10' }],
    ['a unit to a suspension', { ...suspension('2026-11-10'), to: unit(3, 'department') }],
    ['a due day to a return', { ...returnTo(unit(3, 'department')), newDueOn: '2026-11-30' }],
    ['a review day to a downgrade', { ...downgrade(), reviewOn: '2026-11-30' }],
  ])('takes nothing it has no use for: %s of another kind', (_what, input: Inputs['request']) => {
    expect(atTownship().refusal('request', 'township', TUESDAY, input)).toBe('request.field_unneeded');
  });
});

describe('a recall', () => {
  it('ends the request before it is ruled on', () => {
    const story = atTownship().take('request', 'township', TUESDAY, extension('2026-11-30'));
    story.take('recall', 'townshipColleague', november('03T11:00'));
    expect(story.ticket.requests).toMatchObject([{ state: 'recalled', ruledAt: november('03T11:00') }]);
    expect(story.types().at(-1)).toBe('recalled');
    expect(story.refusal('rule', 'office', november('03T14:00'))).toBe('request.already_ruled');
  });

  it('needs one that waits', () => {
    expect(atTownship().refusal('recall', 'township', TUESDAY)).toBe('request.none_pending');
  });
});

describe('a ruling', () => {
  const asked = () => atTownship().take('request', 'township', TUESDAY, extension('2026-11-30'));

  it('is kept with who ruled, when, and in which words', () => {
    const story = ruled(asked(), false, 'office', '03T14:00');
    expect(story.ticket.requests).toMatchObject([
      { state: 'refused', ruledAt: november('03T14:00'), ruledById: 'chen', note: '继续办理' },
    ]);
    expect(story.events.at(-1)).toMatchObject({
      type: 'ruled',
      data: { kind: 'extension', approved: false },
      texts: { note: '继续办理' },
    });
  });

  it('names who asked, who is to hear of it even when the ticket is in other hands by then', () => {
    const returned = atTownship().take('request', 'township', TUESDAY, returnTo(unit(3, 'department')));
    expect(ruled(returned, true, 'office', '03T14:00').ticket.holderUnitId).toBe('department');
    expect(returned.events.at(-2)).toMatchObject({
      type: 'ruled',
      data: { unitId: 'township', personId: null },
    });
    const inPerson = atOfficer().take('request', 'officer', TUESDAY, extension('2026-11-13'));
    expect(ruled(inPerson, false, 'office', '03T14:00').events.at(-1)).toMatchObject({
      data: { unitId: null, personId: 'officer' },
    });
  });

  it.each([
    ['office', null],
    ['department', null],
    ['township', 'ticket.not_permitted'],
    ['townshipColleague', 'ticket.not_permitted'],
    ['otherTownship', 'ticket.not_permitted'],
    ['leader', 'ticket.not_permitted'],
    ['officer', 'ticket.not_permitted'],
    ['city', 'ticket.not_permitted'],
    ['foreignOffice', 'ticket.not_permitted'],
    ['enterprise', 'ticket.not_permitted'],
  ] as const)('of a township’s extension by %s is answered %p', (by, code) => {
    expect(asked().refusal('rule', by, november('03T14:00'))).toBe(code);
  });

  it.each([
    ['suspension', suspension('2026-11-10')],
    ['return', returnTo(unit(2, 'other-township'))],
    ['downgrade', downgrade()],
  ])('of a township’s %s is the office’s, not the next tier’s', (_kind, input) => {
    const story = atTownship().take('request', 'township', TUESDAY, input);
    expect(story.refusal('rule', 'department', november('03T14:00'))).toBe('ticket.not_permitted');
    expect(story.refusal('rule', 'office', november('03T14:00'))).toBeNull();
  });

  it('of a request that was never made, or is not the one that waits, is refused', () => {
    expect(atTownship().refusal('rule', 'office', TUESDAY)).toBe('ticket.not_permitted');
    expect(isFree('rule', CAST.office, atTownship().ticket)).toMatchObject({
      refusal: { code: 'request.none_pending' },
    });
    const stray = { requestId: 'another', approved: true, note: '同意' };
    expect(asked().refusal('rule', 'office', november('03T14:00'), stray)).toBe('request.already_ruled');
  });

  it('over a second extension is a leader’s', () => {
    const story = ruled(asked(), true, 'office', '03T14:00');
    story.take('request', 'township', november('04T10:00'), extension('2026-12-04'));
    expect(story.ticket.requests.at(-1)).toMatchObject({ rulers: ['leader'], rulerUnitId: null });
    expect(story.refusal('rule', 'office', november('04T11:00'))).toBe('ticket.not_permitted');
    expect(story.refusal('rule', 'leader', november('04T11:00'))).toBeNull();
  });

  it('over a second extension of a confidential ticket is also the city’s when no leader is on record', () => {
    let leaderId: string | null = null;
    const terms = {
      ...DISTRICT,
      get chain() {
        return { ...DISTRICT.chain, leaderId };
      },
    };
    const story = atTownship({ confidential: true }, terms);
    leaderId = 'leader';
    ruled(story.take('request', 'township', TUESDAY, extension('2026-11-30')), true, 'office', '03T14:00');
    story.take('request', 'township', november('04T10:00'), extension('2026-12-04'));
    expect(story.refusal('rule', 'leader', november('04T11:00'))).toBe('ticket.not_permitted');
    expect(story.refusal('rule', 'city', november('04T11:00'))).toBeNull();
  });

  it('over a second extension of the city’s is the office’s when there is no leader', () => {
    const terms = { ...DISTRICT, chain: { ...DISTRICT.chain, leaderId: null } };
    const story = routed(november('02T09:00'), { severity: 'complex' }, terms);
    story.take('dispatch', 'office', november('02T09:30'), {
      holder: unit(5, 'city-office'),
      assistUnitIds: [],
    });
    ruled(story.take('request', 'city', TUESDAY, extension('2026-11-30')), true, 'office', '03T14:00');
    story.take('request', 'city', november('04T10:00'), extension('2026-12-04'));
    expect(story.refusal('rule', 'office', november('04T11:00'))).toBeNull();
  });

  it('over the office’s own request is a leader’s or the city’s', () => {
    const story = routed(november('02T09:00'), { severity: 'major' });
    story.take('request', 'office', TUESDAY, returnTo(unit(3, 'department')));
    expect(story.refusal('rule', 'leader', november('03T11:00'))).toBeNull();
    expect(story.refusal('rule', 'city', november('03T11:00'))).toBeNull();
    expect(story.refusal('rule', 'office', november('03T11:00'))).toBe('ticket.not_permitted');
  });
});

describe('a request lapses', () => {
  const asked = () => atTownship().take('request', 'township', TUESDAY, suspension('2026-11-10'));
  const at = november('03T14:00');

  it.each([
    ['it is answered', () => asked().take('answer', 'township', at)],
    ['it rises', () => asked().take('escalate', 'township', at)],
    [
      'another unit is given it',
      () => asked().take('dispatch', 'office', at, { holder: unit(3, 'department'), assistUnitIds: [] }),
    ],
    ['the enterprise withdraws it', () => asked().take('withdraw', 'enterprise', at)],
  ])('when %s', (_when, play) => {
    const story = play();
    expect(story.types().at(-1)).toBe('requestLapsed');
    expect(story.ticket.requests).toMatchObject([{ state: 'lapsed', ruledAt: at, ruledById: null }]);
  });

  it('when the sweep raises the ticket, and the ruling that comes later finds nothing to rule on', () => {
    const story = atOfficer().take('request', 'officer', november('10T10:00'), suspension('2026-11-20'));
    story.sweep(november('16T17:00'));
    expect(story.ticket).toMatchObject({ tier: 2, requests: [{ state: 'lapsed' }] });
    expect(story.refusal('rule', 'office', november('16T17:00'))).toBe('request.already_ruled');
  });

  it('but waits on while material is awaited, and can be ruled on after that', () => {
    const story = asked().take('requestInfo', 'township', at);
    expect(story.ticket.requests).toMatchObject([{ state: 'pending' }]);
    expect(story.refusal('rule', 'office', at)).toBe('ticket.wrong_status');
    story.take('supplyInfo', 'enterprise', november('04T10:00'));
    expect(story.refusal('rule', 'office', november('04T11:00'))).toBeNull();
  });

  it('not by the claim of a colleague: the hop is the unit’s', () => {
    const story = routed(november('02T09:00'), { severity: 'complex' });
    story.take('request', 'township', november('02T10:00'), extension('2026-11-30'));
    story.take('claim', 'townshipColleague', november('02T11:00'));
    expect(story.ticket.requests).toMatchObject([{ state: 'pending' }]);
  });
});
