import { databaseProblem } from './database-problem';
import { SchemaNewerThanProgram, SchemaOlderThanProgram } from './schema-version';

const saying = (code: string) => Object.assign(new Error('said by PostgreSQL'), { code });

describe('a problem with the database', () => {
  it.each([
    ['ECONNREFUSED', 'database.unreachable'],
    ['57P03', 'database.unreachable'],
    ['08006', 'database.unreachable'],
    ['28P01', 'database.refused'],
    ['3D000', 'database.unknown'],
    ['42501', 'database.forbidden'],
    ['42P01', 'schema.missing'],
    ['53300', 'database.full'],
    ['25006', 'database.read_only'],
  ])('with the code %s is %s', (code, problem) => {
    expect(databaseProblem(saying(code))?.code).toBe(problem);
  });

  it('is recognised where PostgreSQL’s client gives no code', () => {
    expect(databaseProblem(new Error('timeout expired'))?.code).toBe('database.unreachable');
    expect(databaseProblem(new Error('Connection terminated unexpectedly'))?.code).toBe(
      'database.unreachable',
    );
  });

  it('is recognised behind the error that wraps it', () => {
    expect(databaseProblem(new Error('while seeding', { cause: saying('28P01') }))?.code).toBe(
      'database.refused',
    );
  });

  it('names the migrations that are not the program’s own', () => {
    expect(databaseProblem(new SchemaNewerThanProgram(['Future9']))).toMatchObject({
      code: 'schema.newer',
      detail: expect.stringContaining('Future9') as string,
    });
    expect(databaseProblem(new SchemaOlderThanProgram(['A1', 'B2']))?.detail).toContain('2 项');
  });

  it('is not seen in what is a mistake of the program', () => {
    for (const other of [new TypeError('x is not a function'), saying('42601'), 'text', null, undefined]) {
      expect(databaseProblem(other)).toBeNull();
    }
  });
});
