import {
  answer,
  assist,
  claim,
  comment,
  confirm,
  contact,
  dispute,
  escalate,
  giveOpinion,
  pendingRequest,
  reopen,
  request,
  requestInfo,
  route,
  rule,
  supplyInfo,
  type RequestInput,
} from '@zhuqi/domain';
import { Play } from './worked-example-play';
import { CITY_OFFICE, DEPARTMENT, TOWNSHIP, type CastName } from './worked-example-stage';

const PROBLEM = {
  title: '厂房竣工验收卡在消防水源，无法投产',
  description: '市政管网水压不足，消防验收未通过，设备已到场，盼协调增压或新接水源。',
  category: 'permits',
  severity: 'complex',
} as const;

/** A holder asks and somebody rules: the two steps every request takes. */
function asked(play: Play, [when, by]: readonly [string, CastName], input: RequestInput): Play {
  return play.step(when, by, 'request', (ticket, ctx) => request(ticket, input, ctx));
}
function ruled(play: Play, [when, by]: readonly [string, CastName], note: string): Play {
  return play.step(when, by, 'rule', (ticket, ctx) =>
    rule(ticket, { requestId: pendingRequest(ticket.requests)?.id ?? '', approved: true, note }, ctx),
  );
}

/** Submitted, and returned by the township to the department whose matter it is. */
function returned(): Play {
  const play = new Play('09-14 10:20', PROBLEM)
    .step('09-14 10:20', 'system', 'route', route)
    .step('09-14 10:40', 'township', 'contact', (ticket, ctx) =>
      contact(ticket, { means: 'phone', note: '已与企业核实验收意见书' }, ctx),
    );
  asked(play, ['09-14 14:30', 'township'], {
    ...{ kind: 'return', reason: '消防验收由住建部门负责', basis: '区机构职责规定' },
    ...{ evidence: '验收意见书编号', to: { tier: 3, unitId: DEPARTMENT, personId: null } },
  });
  return ruled(play, ['09-15 09:30', 'office'], '职责清楚，同意');
}

/** Paused for material, extended, and suspended until a day of review. */
function heldUp(play: Play): Play {
  play
    .step('09-15 11:00', 'department', 'claim', (ticket, ctx) => claim(ticket, ctx))
    .step('09-17 10:00', 'department', 'requestInfo', (ticket, ctx) =>
      requestInfo(ticket, { items: ['消防设计文件', '水压检测记录'] }, ctx),
    )
    .step('09-21 16:00', 'enterprise', 'supplyInfo', (ticket, ctx) =>
      supplyInfo(ticket, { text: '两项材料已补齐' }, ctx),
    );
  play.step('09-22 10:00', 'department', 'comment', (ticket, ctx) =>
    comment(ticket, { text: '已会同水务部门测压，正在比选增压方案', visibility: 'enterprise' }, ctx),
  );
  asked(play, ['09-23 09:00', 'department'], {
    ...{ kind: 'extension', reason: '增压泵站须重新设计', newDueOn: '2026-10-20' },
  });
  ruled(play, ['09-23 15:00', 'office'], '确需重新设计，同意');
  asked(play, ['09-28 10:00', 'department'], {
    ...{ kind: 'suspension', reason: '等待水务部门接口批复', reviewOn: '2026-10-12' },
  });
  return ruled(play, ['09-28 14:00', 'office'], '同意挂起，到期复核');
}

/** The promise passes without an answer: the office has it, and asks the township for its opinion. */
const assisted = (play: Play): Play =>
  play
    .step('11-03 09:10', 'office', 'claim', (ticket, ctx) => claim(ticket, ctx))
    .step('11-03 09:40', 'office', 'assist', (ticket, ctx) =>
      assist(ticket, { unitId: TOWNSHIP, question: '临时蓄水池选址是否可行' }, ctx),
    );

/** The office answers, the enterprise does not agree, and the city is asked. */
const disputed = (play: Play): Play =>
  play
    .step('11-04 15:20', 'township', 'giveOpinion', (ticket, ctx) =>
      giveOpinion(ticket, { opinion: '厂区东侧空地可用' }, ctx),
    )
    .step('11-05 10:00', 'office', 'answer', (ticket, ctx) =>
      answer(
        ticket,
        { outcome: 'planned', route: '先建临时蓄水池，泵站列入明年计划', result: '已完成选址' },
        ctx,
      ),
    )
    .step('11-06 14:00', 'enterprise', 'dispute', (ticket, ctx) =>
      dispute(ticket, { reason: '临时蓄水池尚未动工，仍不能验收' }, ctx),
    )
    .step('11-09 09:30', 'office', 'escalate', (ticket, ctx) =>
      escalate(ticket, { reason: '接管须由市水务集团实施' }, ctx),
    );

/** The city answers, the enterprise confirms, and a call-back opens it once more. */
function finished(play: Play): Play {
  return play
    .step('11-09 13:30', 'city', 'claim', (ticket, ctx) => claim(ticket, ctx))
    .step('11-12 11:00', 'city', 'answer', (ticket, ctx) =>
      answer(
        ticket,
        {
          ...{ outcome: 'resolved', responsibleUnitId: CITY_OFFICE },
          ...{ route: '协调市水务集团新接管线', result: '水压达标，消防验收通过' },
        },
        ctx,
      ),
    )
    .step('11-12 16:00', 'enterprise', 'confirm', (ticket, ctx) =>
      confirm(ticket, { solved: 'yes', rating: 4 }, ctx),
    )
    .step('11-24 09:00', 'office', 'reopen', (ticket, ctx) =>
      reopen(ticket, { reason: '回访发现夜间水压回落' }, ctx),
    )
    .step('11-25 10:30', 'city', 'answer', (ticket, ctx) =>
      answer(ticket, { outcome: 'resolved', route: '调整泵组夜间运行', result: '连续两夜水压达标' }, ctx),
    )
    .step('11-25 15:00', 'enterprise', 'confirm', (ticket, ctx) =>
      confirm(ticket, { solved: 'yes', rating: 5 }, ctx),
    );
}

/** The moments the document looks at; the story is played up to each anew. */
export const MOMENTS = {
  /** The promise is over and the department has not answered. */
  overdue: (): Play => heldUp(returned()).until('10-30 10:00'),
  /** The office waits for the township's opinion. */
  waiting: (): Play => assisted(heldUp(returned())).until('11-03 10:00'),
  whole: (): Play => finished(disputed(assisted(heldUp(returned())))),
} as const;
