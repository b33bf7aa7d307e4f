import { november } from '../../../../test/support/november';
import { districtChain } from '../../../../test/support/ticket-cast';
import { DISTRICT, routed, TicketStory, type Terms } from '../../../../test/support/ticket-stage';
import { explainHop } from './explain-hop';

const MONDAY = november('02T09:00');
const AT_TEN = november('02T10:00');

/** Why each hop began: its event is the one its `seq` names. */
const reasons = (story: TicketStory): string[] =>
  story.ticket.holdings.map(({ seq }) => {
    const event = story.events[seq - 1];
    if (event === undefined) throw new Error(`no event ${String(seq)}`);
    return explainHop(event);
  });

const lacking = (over: object): Terms => ({ ...DISTRICT, chain: { ...districtChain, ...over } });

describe('why a holder got the ticket', () => {
  it.each([
    [{}, '一般诉求从驻企专员开始，由包保该企业的驻企专员承办'],
    [{ severity: 'consult' }, '咨询诉求从驻企专员开始，由包保该企业的驻企专员承办'],
    [{ severity: 'complex' }, '复杂诉求从属地街镇开始，由企业所在街镇承办'],
    [{ severity: 'major' }, '重大诉求从领导小组办公室开始，由本区领导小组办公室承办'],
    [{ channel: 'window' }, '“办不成事”窗口受理的一般诉求提高一级，从属地街镇开始，由企业所在街镇承办'],
    [{ aboutPersonId: 'officer' }, '反映工作人员的诉求一律从领导小组办公室开始，由本区领导小组办公室承办'],
  ] as const)('of %j follows from what was submitted', (said, text) => {
    expect(reasons(routed(MONDAY, said))).toEqual([text]);
  });

  it('names the tiers the district does not use', () => {
    const story = routed(MONDAY, { severity: 'complex' }, lacking({ ladder: [1, 3, 4] }));
    expect(reasons(story)).toEqual([
      '复杂诉求从属地街镇开始，本区没有设置属地街镇，顺延到行管部门，由企业所属行业的行管部门承办',
    ]);
  });

  it('says that the project named the unit, where it did', () => {
    const project = lacking({ departmentId: 'builders', projectTiers: [3], ladder: [1, 3, 4] });
    expect(reasons(routed(MONDAY, { severity: 'complex' }, project))).toEqual([
      '复杂诉求从属地街镇开始，本区没有设置属地街镇，顺延到行管部门，由项目指明的单位承办',
    ]);
    expect(reasons(routed(MONDAY, {}, project))).toEqual([
      '一般诉求从驻企专员开始，由包保该企业的驻企专员承办',
    ]);
  });

  it('says why nobody was found, and who gave it to whom by hand', () => {
    const story = routed(MONDAY, {}, lacking({ officerId: null }));
    expect(story.events.map(explainHop)[1]).toBe(
      '一般诉求从驻企专员开始，驻企专员暂无承办单位或人员，转人工分诊',
    );
    story.take('dispatch', 'office', AT_TEN);
    expect(reasons(story)).toEqual(['chen交办到属地街镇']);
  });

  it('is what was asked and ruled after a return and a downgrade', () => {
    const ask = { reason: '不属本单位职责', basis: '三定方案', evidence: '附件一' };
    const story = routed(MONDAY, { severity: 'complex' })
      .take('request', 'township', AT_TEN, {
        ...{ kind: 'return', ...ask, to: { tier: 3, unitId: 'department', personId: null } },
      })
      .take('rule', 'office', november('02T11:00'))
      .take('request', 'department', november('02T13:30'), { kind: 'downgrade', ...ask })
      .take('rule', 'office', november('02T14:00'));
    expect(reasons(story).slice(1)).toEqual([
      '退回申请经裁定同意，改由申请写明的单位承办',
      '降级申请经裁定同意，改由较低层级承办',
    ]);
  });

  it('is the escalation, with the tiers it passed over', () => {
    const story = routed(MONDAY, {}, lacking({ townshipId: null })).take('escalate', 'officer', AT_TEN);
    expect(reasons(story)[1]).toBe(
      '承办单位申请提级，由驻企专员提级到行管部门（属地街镇没有设置或暂无承办单位，已越过）',
    );
  });

  it('is the answer on the spot, and the reopening', () => {
    const story = new TicketStory(MONDAY, {}, 'officer')
      .take('answer', 'officer', AT_TEN, { outcome: 'answered_on_spot', route: '现场', result: '已办' })
      .take('confirm', 'enterprise', november('02T11:00'))
      .take('reopen', 'office', november('03T09:00'));
    expect(reasons(story)).toEqual([
      'officer现场答复，由答复人承办',
      'chen决定重办，仍由原承办单位或人员办理，进入第 2 轮',
    ]);
  });

  it('is read from older events too, and not made up where nothing was recorded', () => {
    const old = (type: 'routed' | 'dispatched', data: object) =>
      explainHop({ type, data: { ...data }, actor: { name: '李敏' } });
    expect(old('routed', { tier: 2, why: 'window:township' })).toBe(
      '“办不成事”窗口受理的诉求提高一级，从属地街镇开始，由企业所在街镇承办',
    );
    expect(old('routed', { tier: 2, why: 'elsewhere' })).toBe('当时没有记录原因');
    expect(old('dispatched', {})).toBe('李敏交办');
    expect(explainHop({ type: 'commented', data: {}, actor: { name: '李敏' } })).toBe('当时没有记录原因');
  });
});
