import type { Industry, Severity } from '@zhuqi/domain';
import type { CategoryCode, RejectionGround } from '../../reference';

/** A problem that is not taken on: turned away on a listed ground, or taken back by the enterprise. */
export interface UncountedText {
  readonly title: string;
  readonly description: string;
  readonly category: CategoryCode;
  readonly severity: Severity;
  readonly industries: readonly Industry[];
  /** Month, day and time of 2023, `03-06 10:20`. */
  readonly submitted: string;
  readonly endedAt: string;
  readonly end:
    { readonly ground: RejectionGround; readonly explanation: string } | { readonly withdrawn: string };
}

export const UNCOUNTED: readonly UncountedText[] = [
  {
    title: '请求撤销外地法院对我公司货款纠纷的判决',
    description:
      '公司与外省一家采购商的货款纠纷，对方所在地法院二审判决我方承担违约责任，我们认为证据采信有问题，希望区里出面与法院沟通撤销判决，或者暂缓执行，否则公司账户将被划走四十多万元，影响春节后的备料。',
    category: 'other',
    severity: 'simple',
    industries: ['industry', 'trade'],
    submitted: '02-07 09:42',
    endedAt: '02-07 15:20',
    end: {
      ground: 'litigation',
      explanation: '该事项已由人民法院作出生效判决，请依法申请再审；公益律师联系方式已一并告知。',
    },
  },
  {
    title: '董事长私家车违章扣分申诉',
    description:
      '公司董事长私家车上月在外市被抓拍压实线，当时是为了避让救护车，行车记录仪可以证明。到交警窗口申诉没有通过，耽误了几次重要商务活动，想请助企专员帮忙联系，把扣分撤销掉，罚款我们愿意承担。',
    category: 'other',
    severity: 'simple',
    industries: ['services', 'trade'],
    submitted: '03-14 10:05',
    endedAt: '03-14 16:30',
    end: {
      ground: 'not_enterprise',
      explanation: '属于个人交通违法处理事项，不属于企业生产经营诉求，可依法申请行政复议。',
    },
  },
  {
    title: '再次反映园区三号路路灯不亮问题',
    description:
      '上周已经通过专员反映过三号路路灯不亮，今天晚上看还是黑的，所以再提交一次，希望引起重视，尽快派人来修。路段和上次反映的完全一样，就是公交站到公司门口这八百米，没有其他新的情况补充。',
    category: 'infrastructure',
    severity: 'simple',
    industries: ['industry', 'services', 'trade'],
    submitted: '04-11 18:52',
    endedAt: '04-12 09:40',
    end: { ground: 'duplicate', explanation: '同一事项正在办理，进展将在原单内告知，不再重复立项。' },
  },
  {
    title: '要求协调邻省收费站减免通行费',
    description:
      '我们的配送车辆每天往返邻省，途经的一座收费站没有纳入差异化收费范围，一年下来通行费多出二十几万元。希望区里出面与邻省交通部门协调，把这座收费站也列进去，或者给公司车辆办理月票优惠。',
    category: 'logistics',
    severity: 'simple',
    industries: ['trade', 'industry'],
    submitted: '05-18 13:35',
    endedAt: '05-19 10:15',
    end: {
      ground: 'out_of_scope',
      explanation: '事项不在本级职权范围，已整理后转市交通运输部门研究，请企业知悉。',
    },
  },
  {
    title: '反映上届物业公司侵占公共收益要求查账',
    description:
      '公司购买的写字楼层，前任物业公司把电梯广告和停车收入全部占为己有，金额估计上百万元，业主多次要求公开账目都被拒绝。希望领导小组办公室直接派审计人员进驻，查清账目后把钱追回来分给各家业主。',
    category: 'other',
    severity: 'simple',
    industries: ['services', 'trade'],
    submitted: '06-08 14:48',
    endedAt: '06-09 11:05',
    end: {
      ground: 'other_channel',
      explanation:
        '属民事权益争议和涉嫌侵占线索，应通过业主大会、民事诉讼或报案等法定途径解决，路径已书面告知。',
    },
  },
  {
    title: '请求重新认定去年技改补助资格',
    description:
      '去年申报技改补助因为设备发票开具时间晚于项目期被退回，当时已经书面答复过不符合条件。现在企业仍希望重新认定一次，材料还是原来那一套，设备确实是用于这个项目的，只是供应商开票拖延了两个月。',
    category: 'policy',
    severity: 'simple',
    industries: ['industry'],
    submitted: '07-11 09:18',
    endedAt: '07-12 14:30',
    end: {
      ground: 'already_answered',
      explanation: '该事项已依规办结并书面答复，本次没有新的事实和理由；今年的申报窗口和注意事项已另行告知。',
    },
  },
  {
    title: '举报同行企业抢占我公司仓库通道',
    description:
      '隔壁同行把我们仓库后面的消防通道堆满货物，影响我公司叉车进出，已经持续半年，要求立即查封对方仓库并赔偿损失二十万元。对方背景很硬，街道多次来了都不处理，请区里领导亲自出面解决。',
    category: 'infrastructure',
    severity: 'simple',
    industries: ['trade'],
    submitted: '08-22 10:55',
    endedAt: '08-23 09:30',
    end: {
      ground: 'false_information',
      explanation: '经街道和消防部门两次现场核查，通道畅通且不属于消防通道，反映情况不属实，核查照片已附。',
    },
  },
  {
    title: '厂区门前临时占道施工请求延后',
    description:
      '市政单位通知下周在厂门口开挖三天更换阀门，正好赶上我公司集中发货，两台挂车每天进出六趟，没有其他出口，请帮忙协调把施工时间往后推一周，或者只在夜间施工，白天铺钢板保证通行。',
    category: 'infrastructure',
    severity: 'simple',
    industries: ['industry', 'trade'],
    submitted: '04-25 08:50',
    endedAt: '04-25 15:25',
    end: { withdrawn: '市政单位已主动来电，改为周末夜间施工，不再需要协调。' },
  },
  {
    title: '申请协调供应商尽快发运一批进口轴承',
    description:
      '一批进口轴承在外地保税仓压了十天，供应商总说在排队清关，我公司生产线备件只剩三天用量，停线一天损失约八万元。希望帮助了解清关进度，看看能否先行放行一部分，保证这条线不断料。',
    category: 'logistics',
    severity: 'simple',
    industries: ['industry'],
    submitted: '06-28 11:02',
    endedAt: '06-29 09:10',
    end: { withdrawn: '供应商今早已通知放行发运，预计后天到货，撤回本诉求。' },
  },
  {
    title: '招聘会展位临时增加申请',
    description:
      '本周六的专场招聘会我公司只报了一个展位，现在新增加了检验员和仓管两个岗位，一共要招十五个人，希望能够再加一个展位，并且在宣传海报上更新岗位信息，时间比较紧，请尽快答复是否可行。',
    category: 'labour',
    severity: 'simple',
    industries: ['industry', 'services'],
    submitted: '09-13 15:12',
    endedAt: '09-14 09:05',
    end: { withdrawn: '主办方已直接回复可以增加展位，不用再走流程了。' },
  },
];

/** The one of 绿园区. */
export const UNCOUNTED_LVYUAN: readonly UncountedText[] = [
  {
    title: '希望为公司员工子女安排外区重点初中',
    description:
      '公司两名中层的孩子今年小升初，希望能够统筹安排到外区一所重点初中就读，并不在我区学区范围。企业每年纳税超过三百万元，认为应当享受一些照顾，请区里与教育部门沟通，材料可以随时提供。',
    category: 'other',
    severity: 'simple',
    industries: ['industry', 'services', 'trade'],
    submitted: '07-05 10:26',
    endedAt: '07-05 16:45',
    end: { ground: 'out_of_scope', explanation: '跨区入学不在本级职权范围，本区学位统筹政策已向企业说明。' },
  },
];
