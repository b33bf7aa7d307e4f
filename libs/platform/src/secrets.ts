import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartupProblem, systemCode } from './startup-problem';

export interface Secret {
  readonly value: string;
  /** True when this call made the file. */
  readonly created: boolean;
}

/**
 * Reads the secret kept in a file, or makes one of `bytes` random bytes (base64url) with mode 0600.
 * Two programs that make it at the same time end with the same value. Throws `StartupProblem`.
 */
export function readOrCreateSecret(path: string, bytes = 32): Secret {
  try {
    return readSecret(path) ?? createSecret(path, bytes);
  } catch (error) {
    if (error instanceof StartupProblem) throw error;
    throw new StartupProblem(
      'secret.unusable',
      `无法读写密钥文件 ${path}（${systemCode(error) ?? '未知错误'}）。请检查该目录的权限和磁盘空间。`,
      { cause: error },
    );
  }
}

function readSecret(path: string): Secret | null {
  try {
    const value = readFileSync(path, 'utf8').trim();
    if (value === '')
      throw new StartupProblem(
        'secret.empty',
        `密钥文件 ${path} 是空的。请恢复其内容，或删除该文件后重新启动。`,
      );
    return { value, created: false };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function createSecret(path: string, bytes: number): Secret {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const value = randomBytes(bytes).toString('base64url');
  writeFileSync(draft, `${value}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link appears whole or not at all, so nobody ever reads half a secret.
    linkSync(draft, path);
    return { value, created: true };
  } catch (error) {
    const other = systemCode(error) === 'EEXIST' ? readSecret(path) : null;
    if (other === null) throw error;
    return other;
  } finally {
    rmSync(draft, { force: true });
  }
}
