import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './config/config';
import { demoPassword, tokenSecret } from './config/made-secrets';
import { readOrCreateSecret } from './secrets';

describe('a kept secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhuqi-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, readable by its owner alone, and leaves nothing else behind', () => {
    const path = join(folder, 'token.secret');
    const first = readOrCreateSecret(path, 32);
    expect(first).toEqual({ value: expect.stringMatching(/^[\w-]{43}$/) as string, created: true });
    expect(readOrCreateSecret(path, 32)).toEqual({ value: first.value, created: false });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['token.secret']);
  });

  it('is refused when its file was emptied: an empty key would let everybody in', () => {
    const path = join(folder, 'token.secret');
    writeFileSync(path, '\n');
    expect(() => readOrCreateSecret(path)).toThrow(
      expect.objectContaining({ code: 'secret.empty' }) as Error,
    );
  });

  it('is reported with its path when the folder is missing', () => {
    const path = join(folder, 'missing', 'token.secret');
    const problem = { code: 'secret.unusable', detail: expect.stringContaining(path) as string };
    expect(() => readOrCreateSecret(path)).toThrow(expect.objectContaining(problem) as Error);
  });

  it('comes from the configuration when that names one, otherwise from the data folder', () => {
    const env = { ZHUQI_DATA_DIR: join(folder, 'data'), ZHUQI_DEMO: '1' };
    const made = loadConfig(env);
    expect(tokenSecret(made)).toBe(tokenSecret(made));
    expect(demoPassword(made)).toBe(demoPassword(made));
    expect(tokenSecret(made)).not.toBe(demoPassword(made));
    const named = loadConfig({
      ...env,
      ZHUQI_DEMO_PASSWORD: 'Zq-2023-demo',
      ZHUQI_TOKEN_SECRET: 'k'.repeat(40),
    });
    expect([tokenSecret(named), demoPassword(named)]).toEqual(['k'.repeat(40), 'Zq-2023-demo']);
  });
});
