import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Made by tools and never committed. */
const MADE = new Set(['.git', '.data', 'node_modules', 'dist', 'coverage']);
const EDITORS = new Set(['.idea', '.vscode']);

const folders = (path: string): string[] =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !MADE.has(entry.name) && !EDITORS.has(entry.name))
    .map((entry) => entry.name)
    .sort();

describe('the tree', () => {
  test('has the folders of the law at the top and no other', () => {
    expect(folders('.')).toEqual([
      '.ci',
      'apps',
      'bench',
      'docker',
      'docs',
      'libs',
      'scripts',
      'seeds',
      'test',
    ]);
  });

  test('has one folder for each program', () => {
    expect(['api', 'cli', 'console', 'standalone', 'worker']).toEqual(
      expect.arrayContaining(folders('apps')),
    );
    expect(folders('apps')).toEqual(expect.arrayContaining(['api', 'cli', 'standalone', 'worker']));
  });

  test('has five hand-written libs, each answering one question, beside the generated client', () => {
    const handWritten = folders('libs').filter((name) => name !== 'api-client');
    expect(handWritten).toEqual(['application', 'domain', 'messaging', 'persistence', 'platform']);
  });

  test('has one front door for each lib', () => {
    for (const lib of ['application', 'domain', 'messaging', 'persistence', 'platform']) {
      expect(readdirSync(join(ROOT, 'libs', lib, 'src'))).toContain('index.ts');
    }
  });
});
