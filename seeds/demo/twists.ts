import type { Draft } from './draft';
import { closingAfter, instantOf, localTimeOf } from './story-calendar';
import { placeOf, type Words } from './words';

type Tell = (draft: Draft) => void;

/** What befalls a problem beyond its path. Told without dice, so that no other story changes. */
interface Twist {
  /** Before the unit it was dispatched to has claimed it. */
  readonly onArrival?: Tell;
  /** While it is worked on, after the first written progress. */
  readonly atWork?: Tell;
}

/** The closing day of the n-th working day from the time reached. */
const dayIn = ({ at }: Draft, workingDays: number): string =>
  localTimeOf(closingAfter(at, workingDays)).slice(0, 10);

const extendedAndNeeded: Tell = (draft) => {
  draft.passDays(4).tell('request', 'holder', {
    kind: 'extension',
    reason: '连续降雨致路基含水率超标，面层无法浇筑，须晾晒换填后再施工，申请延长办结时限。',
    basis: '公路水泥混凝土路面施工技术规范：雨天及路基含水率超限时不得铺筑',
    evidence: '监理单位停工令、路基含水率检测记录',
    newDueOn: dayIn(draft, 14),
  });
  draft.pass(240).tell('rule', 'above', {
    approved: true,
    note: '降雨情况属实，同意延期一次，请镇里保障施工期间企业货车绕行通畅。',
  });
  draft.passDays(5);
};

const extendedInCase: Tell = (draft) => {
  draft.pass(75).tell('request', 'holder', {
    kind: 'extension',
    reason: '论证专家中两名在外地评审，论证会最早排在下周末，为留出报审修改时间申请延期。',
    basis: '建设工程消防设计审查验收管理规定：特殊消防设计须组织专家评审',
    evidence: '专家抽取记录和时间确认单',
    newDueOn: dayIn(draft, 15),
  });
  draft.pass(190).tell('rule', 'office', {
    approved: true,
    note: '同意延期。论证会如能提前，请仍按原时限答复企业。',
  });
};

const HEATING_ENDS = '2023-04-11';

const suspendedUntilReview: Tell = (draft) => {
  draft.pass(60).tell('request', 'holder', {
    kind: 'suspension',
    reason: '供热管网停热前不能开孔核对接口管位，本供暖期结束后方可继续，申请挂起。',
    basis: '城市供热管理条例：供热期内不得擅自停热施工',
    evidence: '热力公司停热时间通知',
    reviewOn: HEATING_ENDS,
  });
  draft.pass(150).tell('rule', 'office', {
    approved: true,
    note: '同意挂起，停热后自动恢复办理，居民议事会照常筹备。',
  });
  draft.at = instantOf(`${HEATING_ENDS}T09:20`);
  draft.tell('comment', 'holder', {
    text: '管网已停热，今天上午会同热力公司开孔核对管位，选址方案继续推进。',
    visibility: 'enterprise',
  });
};

const returnedToTheRightUnit: Tell = (draft) => {
  draft.pass(95).tell('request', 'holder', {
    kind: 'return',
    reason: '围挡为雨污分流改造工程所设，建设单位和交通组织方案均归住建部门管理，商务部门无法调整施工方式。',
    basis: '区级部门职责清单：市政排水工程建设管理由住房和城乡建设部门负责',
    evidence: '施工许可证复印件、围挡公示牌照片',
    to: 'erdao.housing',
  });
  draft.pass(130).tell('rule', 'office', {
    approved: true,
    note: '职责依据清楚，同意退回，改由区住房和城乡建设局主办，请当日与企业对接。',
  });
  draft.arrivesAt(3);
};

const deferredAndSupplied: Tell = (draft) => {
  draft.pass(35).tell('defer', 'holder', {
    deferred: [{ text: '空气质量检测报告', dueOn: dayIn(draft, 8) }],
    commitment: '企业承诺十日内补交检测报告，逾期未交或检测不合格的，自愿停业并交回许可证。',
  });
  draft.passDays(1).tell('supplyDeferred', 'enterprise', {
    items: [1],
    text: '检测单位提前出具报告，各项指标合格，原件已交政务大厅窗口。',
  });
};

const TWISTS: Readonly<Record<string, Twist>> = {
  'village-road:1': { atWork: extendedAndNeeded },
  'fire-road-scheme:0': { atWork: extendedInCase },
  'heating-start:1': { atWork: suspendedUntilReview },
  'road-closure:0': { onArrival: returnedToTheRightUnit },
  'deferred-licence:1': { atWork: deferredAndSupplied },
};

/** Tells what befalls this problem at that moment, if anything does. */
export const twist = (moment: keyof Twist, draft: Draft, words: Words): void =>
  TWISTS[placeOf(words)]?.[moment]?.(draft);
