import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartupProblem } from '../startup-problem';
import { type Environment, loadConfig, loadStandaloneConfig } from './config';
import { renderEnvExample } from './env-example';

const STRONG = 'Zm9yLXRlc3RzLW9ubHktbm90LWZvci1hbnlib2R5LWVsc2U';
const EXTERNAL = 'postgres://zhuqi:hunter22@db.internal:5432/zhuqi';

function problemOf(env: Environment): StartupProblem {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof StartupProblem) return error;
  }
  throw new Error('the configuration was accepted');
}

describe('the configuration', () => {
  it('needs no variable at all and then stays on the loopback, outside the demo', () => {
    expect(loadConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      dataDir: resolve('.data'),
      demo: false,
      demoPassword: null,
      timeScaleControl: false,
      tokenSecret: null,
      logLevel: 'info',
      trustedProxies: [],
      sweepSeconds: 5,
      stormTickets: 1_000,
      stormPerMinute: 600,
      anchorMinutes: 10,
      anchorKey: null,
      anchorFile: null,
    });
  });

  it('is frozen, lists included', () => {
    const config = loadConfig({ ZHUQI_TRUSTED_PROXIES: '10.0.0.1' });
    expect(Object.isFrozen(config) && Object.isFrozen(config.trustedProxies)).toBe(true);
  });

  it('names every problem at once and says what would be right', () => {
    const { code, detail } = problemOf({ PORT: '70000', ZHUQI_DEMO: 'yes', ZHUQI_LOG_LEVEL: 'loud' });
    expect(code).toBe('config.invalid');
    expect(detail).toContain('3 处');
    for (const part of [
      'PORT：应为0 到 65535 的整数，现为 "70000"',
      'ZHUQI_DEMO：应为0 或 1',
      'ZHUQI_LOG_LEVEL',
    ]) {
      expect(detail).toContain(part);
    }
  });

  it('never repeats a secret in a problem', () => {
    const { detail } = problemOf({
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      ZHUQI_TOKEN_SECRET: 'hunter2',
    });
    expect(detail).toContain('DATABASE_URL');
    expect(detail).toContain('ZHUQI_TOKEN_SECRET');
    expect(detail).not.toContain('hunter2');
  });

  it('treats an empty variable as absent', () => {
    expect(loadConfig({ PORT: '', REDIS_URL: ' ' })).toMatchObject({ port: 3000, redisUrl: null });
  });

  it('refuses to move the time outside the demo', () => {
    expect(problemOf({ ZHUQI_TIME_SCALE_CONTROL: '1' }).detail).toContain('ZHUQI_TIME_SCALE_CONTROL');
    expect(loadConfig({ ZHUQI_TIME_SCALE_CONTROL: '1', ZHUQI_DEMO: '1' }).timeScaleControl).toBe(true);
  });

  it('demands a token secret with an external database, except in the demo', () => {
    expect(problemOf({ DATABASE_URL: EXTERNAL }).detail).toContain('ZHUQI_TOKEN_SECRET');
    expect(loadConfig({ DATABASE_URL: EXTERNAL, ZHUQI_DEMO: '1' }).tokenSecret).toBeNull();
    expect(loadConfig({ DATABASE_URL: EXTERNAL, ZHUQI_TOKEN_SECRET: STRONG }).tokenSecret).toBe(STRONG);
  });

  it.each(['short', 'a'.repeat(64), 'change-me-change-me-change-me-0123', 'x'.repeat(31)])(
    'refuses the weak token secret %s',
    (secret) => {
      expect(problemOf({ ZHUQI_TOKEN_SECRET: secret }).detail).toContain('ZHUQI_TOKEN_SECRET');
    },
  );

  it('lets the demo have an easy secret of the full length', () => {
    expect(loadConfig({ ZHUQI_DEMO: '1', ZHUQI_TOKEN_SECRET: 'a'.repeat(32) }).tokenSecret).toHaveLength(32);
  });

  it('believes proxies by address or network only, never everybody', () => {
    const proxies = '10.0.0.1, 192.168.0.0/16,fd00::/8';
    expect(loadConfig({ ZHUQI_TRUSTED_PROXIES: proxies }).trustedProxies).toEqual([
      '10.0.0.1',
      '192.168.0.0/16',
      'fd00::/8',
    ]);
    for (const wrong of ['true', '1', '*', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.1/8/8']) {
      expect(problemOf({ ZHUQI_TRUSTED_PROXIES: wrong }).detail).toContain('ZHUQI_TRUSTED_PROXIES');
    }
  });

  it('makes the one-command start a demo whose time can be moved, unless it has a database or is told not to', () => {
    expect(loadStandaloneConfig({})).toMatchObject({ demo: true, timeScaleControl: true });
    expect(loadStandaloneConfig({ ZHUQI_DEMO: '0' })).toMatchObject({ demo: false, timeScaleControl: false });
    expect(loadStandaloneConfig({ ZHUQI_TIME_SCALE_CONTROL: '0' })).toMatchObject({
      demo: true,
      timeScaleControl: false,
    });
    const external = loadStandaloneConfig({ DATABASE_URL: EXTERNAL, ZHUQI_TOKEN_SECRET: STRONG });
    expect(external).toMatchObject({ demo: false, timeScaleControl: false });
  });

  it('is documented by .env.example as it is', () => {
    expect(readFileSync(resolve(__dirname, '../../../../.env.example'), 'utf8')).toBe(renderEnvExample());
  });
});
