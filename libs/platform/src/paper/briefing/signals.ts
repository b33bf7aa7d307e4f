import type { BulletinContent, BulletinSignal } from '@zhuqi/domain';
import { type Block, paragraph, section } from '../official/block';

/** Numbers named on paper; all of them are in the data. */
const NAMED = 20;

function sentence({ label, count, tickets }: BulletinSignal): string {
  const named = tickets.slice(0, NAMED).map(({ number }) => number);
  const more = tickets.length > named.length ? '等' : '';
  return `${label}${count}件${named.length === 0 ? '' : `，编号：${named.join('、')}${more}`}。`;
}

/** 值得核实的情况: shown for somebody to look into, never held against anybody. */
export function signals({ signals: all }: BulletinContent): Block[] {
  const seen = all.filter(({ count }) => count > 0);
  const lead =
    seen.length === 0 ? '本期没有需要核实的情况。' : '下列情况仅供核实，不计入得分，也不作为扣分依据。';
  return [section('值得核实的情况'), paragraph(lead), ...seen.map((signal) => paragraph(sentence(signal)))];
}
