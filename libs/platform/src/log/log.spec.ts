import { createLogger } from './logger';
import { NestLog } from './nest-log';
import { redacted } from './redact';

function recorder(format: 'json' | 'short' = 'json') {
  const lines: string[] = [];
  const logger = createLogger({ level: 'trace', format, service: 'test', write: (line) => lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  return { logger, lines, last };
}

describe('the log', () => {
  it('is one JSON object per line with level, instant and service', () => {
    const { logger, last, lines } = recorder();
    logger.info({ ticketId: 't1' }, 'dispatched');
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      service: 'test',
      ticketId: 't1',
      msg: 'dispatched',
    });
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
  });

  it.each([
    ['a password', { password: 'p w"d' }, 'p w'],
    ['a nested token', { body: { refreshToken: 'abc.def' } }, 'abc.def'],
    ['a header', { headers: { authorization: 'Bearer abcdef' } }, 'abcdef'],
    ['a cookie', { headers: { 'set-cookie': 'sid=1' } }, 'sid=1'],
    ['a numeric phone', { contactPhone: 13812345678 }, '2345'],
    ['a phone in an array', { people: ['13812345678'] }, '13812345678'],
    ['JSON within JSON', { body: '{"password":"hunter2"}' }, 'hunter2'],
    ['an error', { err: new Error('call 13812345678 with zq_live1234') }, /13812345678|zq_live/],
  ])('never contains %s', (_what, fields, secret) => {
    const { logger, lines, last } = recorder();
    logger.child({ token: 'child-secret' }).warn(fields, 'careful');
    expect(lines[0]).not.toMatch(secret);
    expect(lines[0]).not.toContain('child-secret');
    expect(last()['msg']).toBe('careful');
  });

  it.each([
    ['GET /x?token=abc&page=2', 'GET /x?token=[hidden]&page=2'],
    ['postgres://zhuqi:hunter2@db:5432/zhuqi', 'postgres://zhuqi:[hidden]@db:5432/zhuqi'],
    ['Authorization: Bearer a.b-c', 'Authorization: Bearer [hidden]'],
    ['eyJhbGciOi.eyJzdWIi.c2ln', '[hidden]'],
    ['联系人 13812345678。', '联系人 138****5678。'],
  ])('turns %s into %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it('leaves instants, ids and versions alone', () => {
    const harmless = '{"at":1697763600000,"id":"0190f5c2-1381-7345-9678-13812ab45678","version":"v7"}';
    expect(redacted(harmless)).toBe(harmless);
  });

  it('is a short line of Beijing time for people', () => {
    const { logger, lines } = recorder('short');
    logger.info({ context: 'Sweep', done: 3 }, 'clocks checked');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d INFO {2}\[Sweep\] clocks checked done=3\n$/);
  });

  it('takes the words of NestJS: context last, a stack before it', () => {
    const { logger, last } = recorder();
    const nest = new NestLog(logger);
    nest.log('Application started', 'NestApplication');
    expect(last()).toMatchObject({ level: 'info', context: 'NestApplication', msg: 'Application started' });
    nest.error('broken', 'Error: broken\n    at somewhere', 'Exceptions');
    expect(last()).toMatchObject({
      level: 'error',
      context: 'Exceptions',
      err: { stack: expect.any(String) as string },
    });
    nest.error(new TypeError('odd'));
    expect(last()).toMatchObject({ msg: 'odd', err: { type: 'TypeError' } });
  });
});
