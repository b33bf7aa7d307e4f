import type { Figure } from '../statistics';

/** What a published text calls each figure. */
export const FIGURE_LABEL = {
  collected: '收集',
  resolved: '解决',
  closed: '办结',
  closedOnTime: '按时办结',
  onTimeWithoutExtension: '原时限内办结',
  firstContactOnTime: '按时首次联系',
  satisfied: '满意',
  rated: '已评价',
  notRated: '未评价',
  confirmedByEnterprise: '企业确认',
  reworked: '返工',
  returned: '退回',
  open: '在办',
  overdue: '超期在办',
  answeredLastHour: '时限届满前最后一小时内答复',
  pausedNearDue: '临近时限暂停计时',
  severityLowered: '调低难易程度',
  closedWithoutContact: '未联系企业即销号',
  handlingMinutes: '办理工作分钟',
  pausedMinutes: '暂停工作分钟',
} as const satisfies Record<Figure, string>;
