import { readFileSync } from 'node:fs';
import { type LoadedHolidays, LoadHolidays } from '@zhuqi/application';
import type { CalendarDay } from '@zhuqi/domain';
import { systemCode } from '@zhuqi/platform';
import type { CommandInput } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';
import { CannotDo } from '../problems';

/** `zhuqi calendar load` */
export async function calendarLoad(input: CommandInput): Promise<ExitCode> {
  const notice = readJson(input.operand);
  const loaded = await withPorts((ports) => ports.get(LoadHolidays).execute(notice));
  console.log(report(loaded).join('\n'));
  return EXIT.done;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotDo(`无法读取文件 ${path}（${systemCode(error) ?? '未知错误'}）。`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotDo(`文件 ${path} 不是 JSON。`);
  }
}

const KINDS = { holiday: '放假', makeup: '上班' } as const;
const STATES = { official: '已公布', provisional: '暂定' } as const;

const shown = ({ day, kind, name, state }: CalendarDay): string =>
  `${day} ${KINDS[kind]} ${name} ${STATES[state]}`;

function report({ year, added, changed, removed, publishedThrough, liveClocks }: LoadedHolidays): string[] {
  const lines = [
    ...added.map((day) => `  新增 ${shown(day)}`),
    ...changed.map(({ before, after }) => `  更改 ${shown(before)} → ${shown(after)}`),
    ...removed.map((day) => `  删除 ${shown(day)}`),
  ];
  const moved = lines.length > 0 && liveClocks > 0;
  return [
    lines.length === 0 ? `${String(year)} 年的节假日没有变化。` : `${String(year)} 年的节假日：`,
    ...lines,
    `已公布到 ${publishedThrough ?? '（尚无）'}。`,
    ...(moved ? [`进行中的 ${String(liveClocks)} 个时限仍按承诺时的日历，新的时限按新日历计算。`] : []),
  ];
}
