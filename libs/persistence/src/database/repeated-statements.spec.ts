import { RepeatedStatements } from './repeated-statements';

const ask = (statements: RepeatedStatements, text: string, times: number) =>
  Array.from({ length: times }, () => statements.nameOf(text)).at(-1);

describe('statements that repeat', () => {
  it('get a name when they keep coming back, and keep it', () => {
    const statements = new RepeatedStatements();
    expect(ask(statements, 'select 1', 2)).toBeUndefined();
    const name = statements.nameOf('select 1');
    expect(name).toMatch(/^repeated-[0-9a-f]{16}$/);
    expect(statements.nameOf('select 1')).toBe(name);
  });

  it('get names of their own, the same in every process', () => {
    const statements = new RepeatedStatements();
    const names = ['select 1', 'select 2'].map((text) => ask(statements, text, 3));
    expect(new Set(names).size).toBe(2);
    expect(ask(new RepeatedStatements(), 'select 1', 3)).toBe(names[0]);
  });

  it('stay without one when there are too many of them', () => {
    const statements = new RepeatedStatements();
    const named = Array.from({ length: 100 }, (_, n) => ask(statements, `select ${n}`, 3));
    expect(named.filter((name) => name !== undefined)).toHaveLength(40);
    expect(ask(statements, 'select 99', 10)).toBeUndefined();
  });
});
