import type { ContactMeans } from '@zhuqi/domain';
import type { CategoryCode } from '../../reference';
import type { ProjectKey } from '../story-types';

type Said = readonly [when: string, words: string];

interface Problem {
  readonly project: ProjectKey;
  readonly submitted: string;
  readonly title: string;
  readonly description: string;
  readonly category: CategoryCode;
  /** Simple starts with the owner's officer, complex with the township the project is built in. */
  readonly severity: 'simple' | 'complex';
  readonly claimed: string;
  readonly contacted: readonly [when: string, means: ContactMeans, note: string];
  readonly told: Said;
}

/** Handed up once by the first holder, and claimed one tier up. */
type Risen =
  | { readonly handedUp?: undefined; readonly claimedAgain?: undefined }
  | { readonly handedUp: Said; readonly claimedAgain: string };

type OpenProblem = Problem & Risen;

export type SolvedProblem = OpenProblem & {
  readonly answered: readonly [when: string, route: string, result: string];
  readonly confirmed?: readonly [when: string, rating: number, comment: string];
};

export type ProjectProblem = OpenProblem | SolvedProblem;

/** What the key projects ran into, in the order of time. */
export const PROJECT_PROBLEMS: readonly ProjectProblem[] = [
  {
    ...{ project: 'coldChain', category: 'utilities', severity: 'complex', submitted: '04-10 09:20' },
    title: '冷库制冷机组用电负荷超出现有容量，需要增容接入',
    description:
      '项目一期冷库制冷机组总负荷约4200千瓦，现有10千伏线路只剩1500千瓦余量。供电公司答复需新出一回线路，路由经过两条市政道路，我公司不清楚开挖手续由谁牵头，请协助确定方案和办理时序。',
    claimed: '04-10 10:30',
    contacted: ['04-10 14:10', 'visit', '会同供电所到现场看了路由，确认需穿越两处道路。'],
    told: ['04-12 15:20', '供电方案已初步确定，正在与市政部门核对管廊位置，周五给出开挖时序。'],
    answered: [
      '04-20 10:30',
      '属地街道召集供电、市政、交警现场会商，路由改走既有管廊，只保留一处破路',
      '增容方案批复，破路手续一次办结，线路4月底进场施工。',
    ],
    confirmed: ['04-21 09:20', 5, '少破一条路，工期保住了。'],
  },
  {
    ...{
      project: 'standardPlant',
      category: 'infrastructure',
      severity: 'complex',
      submitted: '05-10 10:05',
    },
    title: '标准化厂房东侧规划路未通，大型构件运不进场',
    description:
      '厂房钢结构构件最长24米，唯一的进场路是村道，转弯半径不够。规划的东侧道路路基已成，但因一处管线未迁一直没有贯通，下月钢构就要进场，请区里协调打通或给出临时通道。',
    claimed: '05-10 11:10',
    contacted: ['05-10 15:00', 'visit', '到村道转弯处实测半径，构件运输车确实无法通过。'],
    handedUp: ['05-12 10:00', '管线迁改和道路贯通涉及多个区直部门，属地无法统筹，申请由责任部门牵头。'],
    claimedAgain: '05-12 14:20',
    told: ['05-16 16:00', '已排定管线迁改施工，迁改期间修筑80米临时便道供构件运输。'],
    answered: [
      '05-26 09:50',
      '责任部门牵头排出管线迁改与便道施工两张计划表，同步实施',
      '临时便道已通车，管线6月上旬迁完，规划路随后贯通。',
    ],
    confirmed: ['05-29 10:15', 5, '钢构按期进场，感谢。'],
  },
  {
    ...{ project: 'drainage', category: 'permits', severity: 'complex', submitted: '05-22 09:00' },
    title: '雨污分流施工占用主干道，占道与交通导改手续卡在分段审批',
    description:
      '工程沿荣光路共分七段施工，每段都要分别申请占道、挖掘和交通导改，单段审批约十二个工作日，七段串联要到年底。恳请按整体方案一次审批、分段实施，赶在雨季前完成低洼段。',
    claimed: '05-22 10:20',
    contacted: ['05-22 14:30', 'phone', '核对七段里程和计划工期，约定次日到现场。'],
    told: ['05-24 11:00', '已把整体导改方案送交警和城管预审，三处公交站点位置需要微调。'],
    answered: [
      '06-05 15:10',
      '属地街道组织联审，整体方案一次批复，分段开工前二日报备即可',
      '七段许可一次发放，低洼段6月8日开工，其余按计划推进。',
    ],
    confirmed: ['06-06 08:50', 5, '一次批下来，省了两个月。'],
  },
  {
    ...{ project: 'resettlement', category: 'utilities', severity: 'complex', submitted: '06-05 13:30' },
    title: '安置住房临时用水压力不足，主体混凝土养护受影响',
    description:
      '三栋高层已施工到十层以上，工地临时用水与周边老旧小区共用一根管线，白天压力不到0.15兆帕，混凝土养护和消防用水都得不到保证，申请就近增开一处接口或加装稳压设施。',
    claimed: '06-05 14:20',
    contacted: ['06-05 16:00', 'visit', '在工地和相邻小区各测了一次水压，数据已拍照留存。'],
    told: ['06-07 10:40', '水务集团同意从北侧主管另开接口，管径和计量方式正在核定。'],
    answered: [
      '06-13 14:00',
      '属地协调水务集团从北侧主管增设临时接口，与小区供水分开',
      '新接口已通水，工地水压稳定在0.35兆帕，小区居民用水不再受影响。',
    ],
    confirmed: ['06-14 09:30', 4, '问题解决，接口费用可以再优惠一些。'],
  },
  {
    ...{ project: 'coldChain', category: 'permits', severity: 'simple', submitted: '07-05 09:40' },
    title: '冷链中心消防设计审查意见与图审意见不一致',
    description:
      '施工图审查合格后报消防设计审查，被要求把冷库防火分区由两个改成四个，与图审结论不一致。设计单位不知以谁为准，整改一次要二十天，希望两家机构当面把标准说清楚。',
    claimed: '07-05 10:30',
    contacted: ['07-05 14:00', 'phone', '请设计单位把两份意见的差异逐条列出。'],
    told: ['07-06 15:30', '已约审图机构和消防审查人员周五当面核对。'],
    answered: [
      '07-10 10:10',
      '服务专员约两家机构与设计单位三方会审，依据冷库设计标准统一口径',
      '按两个防火分区加设分隔措施通过审查，不需要重新出图。',
    ],
    confirmed: ['07-11 09:00', 5, '专员跑得快，少走一个来回。'],
  },
  {
    ...{ project: 'standardPlant', category: 'land', severity: 'simple', submitted: '08-14 10:15' },
    title: '厂房基坑余土约两万方，找不到就近消纳场地',
    description:
      '二期基坑将产生余土约两万立方米，原定消纳场已满，外运到五十公里外每方要多花四十元。听说周边有地块需要回填，但不清楚如何对接和办理准运手续，请帮助联系。',
    claimed: '08-14 11:00',
    contacted: ['08-14 14:40', 'visit', '查看基坑与土质报告，属素填土和粉质黏土，可用于回填。'],
    told: ['08-16 09:50', '已找到三公里外一处需要回填的地块，对方要一份土质检测报告。'],
    answered: [
      '08-21 15:30',
      '服务专员撮合两家项目签订余土消纳协议，协助办理点对点准运证',
      '余土全部就近消纳，运距缩短到三公里，准运证当日发放。',
    ],
    confirmed: ['08-22 10:05', 5, '省下运费八十多万元。'],
  },
  {
    ...{ project: 'drainage', category: 'infrastructure', severity: 'complex', submitted: '08-28 09:10' },
    title: '雨污分流第四段发现不明通信管线，迁改单位无人认领',
    description:
      '第四段开挖至三米处发现六孔通信管道，图纸上没有记载，三家运营商都表示不是自己的。现场已停工两天，围挡占着半幅道路，居民投诉不断，请协调查清产权并尽快迁改。',
    claimed: '08-28 09:50',
    contacted: ['08-28 10:40', 'visit', '到沟槽现场查看管道走向和井盖标识，拍照发三家运营商核对。'],
    handedUp: ['08-30 14:30', '产权单位可能是市级专网，街道没有协调渠道，申请由责任部门牵头核查。'],
    claimedAgain: '08-30 15:40',
    told: ['09-01 11:10', '已查明为早年交通信号专网管道，正在与产权单位商定迁改方案。'],
    answered: [
      '09-08 16:00',
      '责任部门会同公安交管与产权单位现场确认，废弃孔道封堵、在用孔道原位悬吊保护',
      '第四段9月11日恢复开挖，信号专网未中断，半幅道路月底前放行。',
    ],
    confirmed: ['09-11 09:40', 5, '三天内就找到了产权单位。'],
  },
  {
    ...{ project: 'resettlement', category: 'labour', severity: 'simple', submitted: '09-06 09:30' },
    title: '安置住房工地高峰用工四百人，临时住宿床位缺口较大',
    description:
      '主体封顶阶段用工高峰约四百人，现场活动板房只有二百二十个床位，周边出租房分散且不便管理。希望协调附近闲置校舍或宿舍短期租用，费用由施工单位承担，租期到十一月底。',
    claimed: '09-06 10:10',
    contacted: ['09-06 14:20', 'online', '与项目部视频核对人数、工期和消防要求。'],
    told: ['09-08 10:30', '找到一处闲置厂区宿舍，共二百张床位，正在做消防检查。'],
    answered: [
      '09-12 11:00',
      '服务专员对接闲置厂区宿舍，属地消防服务队上门查验后签订短期租约',
      '二百张床位已交付使用，工人全部集中住宿，通勤班车每日四班。',
    ],
  },
  {
    ...{ project: 'greenhouse', category: 'financing', severity: 'simple', submitted: '09-11 14:05' },
    title: '设施农业示范园前期贷款缺少抵押物，银行不予受理',
    description:
      '示范园土地为流转取得，地上温室尚未建成，银行认为没有可抵押的资产。项目已列入区级重点，首期需要周转资金一千二百万元，希望对接农业担保或可以接受经营权质押的银行。',
    claimed: '09-11 15:00',
    contacted: ['09-12 09:20', 'phone', '了解流转合同期限、首期投资构成和还款来源。'],
    told: ['09-14 10:50', '省农担和两家银行愿意尽调，已把项目资料转去。'],
    answered: [
      '09-20 10:20',
      '服务专员组织银企担三方对接，以土地经营权质押加农担担保的方式授信',
      '首期授信一千万元获批，利率4.1%，9月底前放款。',
    ],
    confirmed: ['09-21 09:10', 5, '第一笔贷款落地了。'],
  },
  {
    ...{ project: 'mall', category: 'permits', severity: 'complex', submitted: '10-11 09:50' },
    title: '商业综合体分期竣工验收方案迟迟定不下来，招商商户无法进场装修',
    description:
      '综合体A区已完工，B区要到明年九月。主力店要求十一月进场装修，但规划、消防、人防三家对能否单独验收A区意见不同。拖到整体竣工再验，已签约的三十七家商户将有一半退租，请牵头明确路径。',
    claimed: '10-11 10:40',
    contacted: ['10-11 15:10', 'visit', '会同项目经理查看A区完工情况和与B区的分隔措施。'],
    told: ['10-13 16:20', '规划和消防已原则同意A区单独验收，人防易地部分需要补充说明，下周会审。'],
  },
  {
    ...{ project: 'coldChain', category: 'logistics', severity: 'complex', submitted: '10-12 10:20' },
    title: '冷链中心货运通道限行时段与夜间到货冲突',
    description:
      '试运行后冷藏车集中在夜间十点到次日六点到货，项目门前道路这一时段限行大货车。绕行要经过居民区，噪声扰民且多走九公里，申请核发定线定时通行证或调整限行时段。',
    claimed: '10-12 11:00',
    contacted: ['10-12 14:30', 'phone', '核对夜间车次和车型，平均每晚二十六台。'],
    handedUp: ['10-16 09:30', '限行调整属市区两级交管事权，街道协调未果，申请由责任部门牵头对接。'],
    claimedAgain: '10-16 14:10',
    told: ['10-18 10:00', '交管部门同意先发二十张定线通行证试行一个月，车辆清单正在核对。'],
  },
  {
    ...{ project: 'greenhouse', category: 'land', severity: 'complex', submitted: '10-16 13:40' },
    title: '示范园附属冷藏库占用设施农用地，备案面积超出比例',
    description:
      '示范园规划建设一座产地冷藏库，连同晾晒场共占地约十四亩，超过设施农用地附属设施的比例上限四亩。企业不清楚超出部分是否可以走点状供地，春耕前必须定下来，请指导办理。',
    claimed: '10-16 14:30',
    contacted: ['10-17 09:10', 'visit', '到地块现场核对四至和流转台账。'],
    told: ['10-19 11:00', '规自所建议冷藏库走点状供地、晾晒场按附属设施备案，正在测算面积。'],
  },
];
