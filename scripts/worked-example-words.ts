import {
  CLOCK_KIND_LABEL,
  LAMPS,
  spokenDuration,
  spokenInstant,
  type ClockKind,
  type EventType,
  type Instant,
  type Lamp,
  type TicketEvent,
} from '@zhuqi/domain';
import { calendar } from './worked-example-stage';

export const LAMP_WORD = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  grey: '灰灯',
} as const satisfies Record<Lamp, string>;

export const OPENING_WORD = { dispatch: '首次交办', dispute: '企业不认可', reopen: '重办' } as const;
export const SOLVED_WORD = { yes: '已解决', partly: '部分解决', no: '未解决' } as const;

/** What happened, where it is more than an action's own name. */
const EVENT_WORD: Partial<Record<EventType, string>> = {
  submitted: '提交',
  routed: '自动派单',
  dispatched: '交办',
  claimed: '认领',
  contacted: '首次联系',
  infoRequested: '一次性告知',
  infoSupplied: '补充材料',
  commented: '阶段反馈',
  requested: '提出申请',
  ruled: '裁定',
  extended: '延期生效',
  suspended: '挂起',
  resumed: '恢复办理',
  escalated: '提级',
  supervised: '督办',
  assistAsked: '请求协办',
  opinionGiven: '协办意见',
  answered: '答复',
  disputed: '不认可',
  confirmed: '确认',
  closed: '销号',
  reopened: '重办',
};

/** The event in a word; an event the example has no word for stops the generator. */
export function eventWord({ type, data }: TicketEvent): string {
  if (type === 'lampChanged') {
    const clock = CLOCK_KIND_LABEL[data['kind'] as ClockKind];
    const lamp = LAMPS.find((each) => each === data['lamp']);
    return `${clock}时限亮${lamp === undefined ? '' : LAMP_WORD[lamp]}`;
  }
  const word = EVENT_WORD[type];
  if (word === undefined) throw new Error(`no word for the event ${type}`);
  return word;
}

export const moment = (at: Instant | null): string => (at === null ? '—' : spokenInstant(at, calendar));

/** Whole seconds of working time, to the second as they are and in hours for the eye. */
export const worked = (seconds: number): string =>
  seconds === 0 ? '0' : `${String(seconds)}（${spokenDuration(seconds * 1_000)}）`;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
