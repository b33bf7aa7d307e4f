import { readFileSync } from 'node:fs';
import { type LoadedHolidays, LoadHolidays, type RegionHolidays } from '@zhuqi/application';
import type { CalendarDay } from '@zhuqi/domain';
import { systemCode } from '@zhuqi/platform';
import type { CommandInput } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';
import { CannotDo } from '../problems';

/** `zhuqi calendar load` */
export async function calendarLoad(input: CommandInput): Promise<ExitCode> {
  const notice = readJson(input.operand);
  const dryRun = input.has('dry-run');
  const loaded = await withPorts((ports) => ports.get(LoadHolidays).execute(notice, { dryRun }));
  const note = dryRun
    ? ['以上为试算，没有写入。去掉 --dry-run 即正式载入。']
    : ['进行中的时限由运行中的 worker 在数秒内逐件重新计算。'];
  console.log([...report(loaded), ...note].join('\n'));
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

function report({ year, added, changed, removed, publishedThrough, regions }: LoadedHolidays): string[] {
  const lines = [
    ...added.map((day) => `  新增 ${shown(day)}`),
    ...changed.map(({ before, after }) => `  更改 ${shown(before)} → ${shown(after)}`),
    ...removed.map((day) => `  删除 ${shown(day)}`),
  ];
  return [
    lines.length === 0 ? `${String(year)} 年的节假日没有变化。` : `${String(year)} 年的节假日：`,
    ...lines,
    `已公布到 ${publishedThrough ?? '（尚无）'}。`,
    ...regions.map(effectsIn),
  ];
}

function effectsIn({ regionCode, version, totals }: RegionHolidays): string {
  const { clocksMoved, becomeLate, stopBeingLate, confirmed, noticesEarly, noticesDue } = totals;
  const parts = [
    `移动 ${String(clocksMoved)} 个时限`,
    `${String(becomeLate)} 个变为超期`,
    `${String(stopBeingLate)} 个不再超期`,
    `${String(confirmed)} 个由暂定变为确定`,
    `${String(noticesEarly)} 次已发提醒不再重发`,
    `${String(noticesDue)} 次提醒随即发出`,
  ];
  return `  ${regionCode} 日历第 ${String(version)} 版：${parts.join('，')}`;
}
