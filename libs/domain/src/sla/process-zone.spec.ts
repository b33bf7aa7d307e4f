import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformFileSync } from '@swc/core';

const DOMAIN = resolve(__dirname, '..');
const SWC = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
} as const;

/** What a program in another time zone makes of the same calendar; its local time is printed to prove the zone took hold. */
const PROGRAM = `
  const { workingCalendar, previewDeadline } = require('./sla');
  const weekly = { mon: [['08:30', '17:00']], wed: [['00:00', '24:00']], sun: [['01:30', '03:30']] };
  const seasons = [{ name: '冬季', from: '11-01', to: '03-08', weekly: { mon: [['09:00', '16:00']], sun: [['01:30', '03:30']] } }];
  const answers = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe'].flatMap((timeZone) =>
    ['2026-03-06T20:00:00Z', '2026-10-30T23:59:59Z', '2026-12-31T23:59:59Z'].map((start) => {
      const calendar = workingCalendar({ timeZone, weekly, seasons });
      const allowance = { days: 2, from: 'nextDay', endOfDay: false };
      return [calendar.dayOf(Date.parse(start)), previewDeadline({ calendar, start: Date.parse(start), allowance })];
    }),
  );
  process.stdout.write(JSON.stringify({ hour: new Date(0).getHours(), answers }));
`;

/** Midnight of 1970-01-01 UTC is another hour of the day in each of them. */
const ZONES = ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

describe('the time zone of the process', () => {
  const built = mkdtempSync(join(tmpdir(), 'zhuqi-zone-'));

  beforeAll(() => {
    for (const folder of ['.', 'sla', 'ticket']) {
      mkdirSync(join(built, folder), { recursive: true });
      const sources = readdirSync(join(DOMAIN, folder)).filter((file) => /(?<!\.spec)\.ts$/.test(file));
      for (const file of sources) {
        const { code } = transformFileSync(join(DOMAIN, folder, file), SWC);
        writeFileSync(join(built, folder, file.replace(/ts$/, 'js')), code);
      }
    }
  });

  afterAll(() => rmSync(built, { recursive: true }));

  it('changes nothing', () => {
    const told = ZONES.map(
      (TZ) =>
        JSON.parse(
          execFileSync(process.execPath, ['-e', PROGRAM], {
            cwd: built,
            env: { ...process.env, TZ },
            encoding: 'utf8',
          }),
        ) as { hour: number; answers: unknown[] },
    );
    expect(told.map(({ hour }) => hour)).toEqual([0, 8, 20, 10, 5]);
    for (const { answers } of told) expect(answers).toEqual(told[0]?.answers);
    expect(told[0]?.answers).toHaveLength(9);
  });
});
