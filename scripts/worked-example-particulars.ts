import {
  isOneOf,
  OUTCOME_LABEL,
  OUTCOMES,
  REQUEST_KINDS,
  REQUEST_RULES,
  SOLVED,
  type EventType,
  type EventValue,
  type TicketEvent,
} from '@zhuqi/domain';
import { nameOf } from './worked-example-stage';
import { SOLVED_WORD } from './worked-example-words';

type Data = TicketEvent['data'];

const text = (value: EventValue | undefined): string => (typeof value === 'string' ? value : '');

const requestWord = (data: Data): string => {
  const kind = text(data['kind']);
  return isOneOf(REQUEST_KINDS, kind) ? REQUEST_RULES[kind].label : kind;
};
const receiver = (data: Data): string => `→ ${nameOf(text(data['unitId']))}`;

const PARTICULARS: Partial<Record<EventType, (data: Data) => string>> = {
  routed: receiver,
  dispatched: receiver,
  escalated: receiver,
  assistAsked: receiver,
  requested: requestWord,
  ruled: (data) => `${requestWord(data)}：${data['approved'] === true ? '同意' : '不同意'}`,
  extended: (data) => `${text(data['fromDueOn'])} → ${text(data['toDueOn'])}`,
  suspended: (data) => `复核日期 ${text(data['reviewOn'])}`,
  answered: (data) => {
    const outcome = text(data['outcome']);
    return isOneOf(OUTCOMES, outcome) ? OUTCOME_LABEL[outcome] : outcome;
  },
  confirmed: (data) => {
    const solved = text(data['solved']);
    return `${isOneOf(SOLVED, solved) ? SOLVED_WORD[solved] : solved}，${String(data['rating'])} 分`;
  },
};

/** What an event's values say to people, where they say more than its name. */
export const particulars = ({ type, data }: TicketEvent): string => PARTICULARS[type]?.(data) ?? '';
