import { FIGURES, type Figures, figuresOf, mapFigures } from '@zhuqi/domain';
import { createDataSource, Database } from '@zhuqi/persistence';
import type { DataSource } from 'typeorm';
import { FIGURE_COLUMN } from '../../../libs/persistence/src/statistics/figure-column.sql';
import { PgRollupAudit } from '../../../libs/persistence/src/statistics/pg-rollup-audit';
import { PgEventLogAudit } from '../../../libs/persistence/src/ticket/pg-event-log-audit';
import { PgTicketReader } from '../../../libs/persistence/src/ticket/pg-ticket-reader';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';
import { idOf } from '../read/reading-room';

const DISTRICT = `
insert into region (code, name, kind) values ('220105', '二道区', 'district');
insert into category (code, label, position) values ('permits', '手续办理', 1);
insert into enterprise (id, region_code, credit_code, name, industry, class)
values ('${idOf('hongda')}', '220105', '1', '宏达', 'industry', 'other')`;

function insert(table: string, row: Readonly<Record<string, unknown>>): string {
  const columns = Object.keys(row).join(', ');
  return `insert into ${table} (${columns})
    select ${columns} from json_populate_record(null::${table}, '${JSON.stringify(row)}')`;
}

const at = (day: number): string => `2023-10-${String(day).padStart(2, '0')}T01:00:00.123Z`;
const HONGDA = { region_code: '220105', enterprise_id: idOf('hongda'), industry: 'industry' };

/** A ticket as the release before left it: its own row, and what its submission said. */
function ticket(
  key: string,
  status: string,
  columns: object,
  events: readonly [string, object?][],
): string[] {
  const row = {
    ...{ id: idOf(key), number: key, version: events.length + 1, head_hash: '', ...HONGDA, status },
    ...{ severity: 'simple', urgency: 'normal', title: '', description: '', category: 'permits', round: 1 },
    ...{ channel: 'enterprise', confidential: false, submitted_at: at(1), collected_at: at(2), tier: 2 },
    ...columns,
  };
  const said = { enterpriseId: idOf('hongda'), category: 'permits', confidential: false };
  const log: (readonly [string, object?])[] = [['submitted', { ...said, channel: 'enterprise' }], ...events];
  const lines = log.map(([type, data = {}], index) => {
    const event = { ticket_id: idOf(key), seq: index + 1, type, at: at(index + 1), actor_kind: 'system' };
    return insert('ticket_event', { ...event, data, hash: '' });
  });
  return [insert('ticket', row), ...lines];
}

const SINCE = ['answeredLastHour', 'pausedNearDue', 'severityLowered', 'closedWithoutContact'];
const FIGURES_BEFORE = FIGURES.filter((figure) => !SINCE.includes(figure));

function posting(key: string, seq: number, figures: Partial<Figures>, { part = 0, tier = 2 } = {}): string {
  const place = { ticket_id: idOf(key), seq, part, at: at(seq), collected_on: '2023-10-02', ...HONGDA };
  const under = { category: 'permits', tier, population: 'enterprise', confidential: false };
  const columns = FIGURES_BEFORE.map((figure) => [FIGURE_COLUMN[figure], figures[figure] ?? 0]);
  return insert('ledger', { ...place, ...under, ...Object.fromEntries(columns) });
}

const downgrade = (key: string, state: string): string =>
  insert('ticket_request', {
    ...{ id: idOf(`${key}:request`), ticket_id: idOf(key), ordinal: 1, kind: 'downgrade', state, round: 1 },
    ...{ hop: 1, asked_at: at(3), reason: '', to_severity: 'consult', rule_by: at(9), rulers: [] },
    reminded: false,
  });

const TAKEN = { collected: 1, open: 1 };
const CLOSED = { resolved: 1, closed: 1, closedOnTime: 1, onTimeWithoutExtension: 1, notRated: 1 };
const WITHOUT_RATING = { solved: 'yes', rating: null, comment: null, by: 'system' };
const AS_CLOSED = { outcome: 'resolved', verdict: WITHOUT_RATING, answered_at: at(3), closed_at: at(4) };
const UP_TO_CLOSED: [string, object?][] = [['routed'], ['answered', { outcome: 'resolved' }], ['closed']];

const FROM_BEFORE: readonly string[] = [
  DISTRICT,
  ...ticket('silent', 'closed', AS_CLOSED, UP_TO_CLOSED),
  posting('silent', 2, TAKEN),
  posting('silent', 3, { resolved: 1, open: -1 }),
  posting('silent', 4, { ...CLOSED, resolved: 0 }),
  ...ticket('met', 'closed', { ...AS_CLOSED, first_contact_on_time: true }, UP_TO_CLOSED),
  posting('met', 2, { ...TAKEN, firstContactOnTime: 1 }),
  posting('met', 3, { resolved: 1, open: -1 }),
  posting('met', 4, { ...CLOSED, resolved: 0 }),
  ...ticket('lowered', 'in_progress', { tier: 3 }, [['routed'], ['severityLowered'], ['escalated']]),
  downgrade('lowered', 'approved'),
  posting('lowered', 2, TAKEN),
  posting('lowered', 4, { collected: -1, open: -1 }),
  posting('lowered', 4, TAKEN, { part: 1, tier: 3 }),
  ...ticket('asked', 'in_progress', {}, [['routed']]),
  downgrade('asked', 'refused'),
  posting('asked', 2, TAKEN),
  ...ticket(
    'gone',
    'merged',
    { merged_from: 'in_progress', merged_at: at(4), merged_into_id: idOf('asked') },
    [...([['routed'], ['severityLowered'], ['merged']] as [string][])],
  ),
  downgrade('gone', 'approved'),
  posting('gone', 2, TAKEN),
  posting('gone', 4, { collected: -1, open: -1 }),
];

describe('figures from before signals were posted and sums were kept', () => {
  let clone: ClonedDatabase;
  let source: DataSource;
  let database: Database;

  beforeAll(async () => {
    clone = await cloneDatabase();
    source = await createDataSource({ url: clone.url }).initialize();
    database = new Database(source);
    const runner = source.createQueryRunner();
    await runner.query('drop schema public cascade; create schema public');
    const first = source.migrations.findIndex(({ name }) => name?.startsWith('SignalsInTheLedger') === true);
    for (const migration of source.migrations.slice(0, first)) await migration.up(runner);
    for (const statement of FROM_BEFORE) await runner.query(statement);
    for (const migration of source.migrations.slice(first)) await migration.up(runner);
    await runner.release();
  });

  afterAll(async () => {
    await source.destroy();
    await clone.drop();
  });

  const booked = async (key: string): Promise<Figures> => {
    const sums = FIGURES.map((figure) => `sum(${FIGURE_COLUMN[figure]})::int as "${figure}"`);
    const text = `select ${sums.join(', ')} from ledger where ticket_id = $1`;
    const [row] = await database.rows<Record<keyof Figures, number>>(text, [idOf(key)]);
    return mapFigures((figure) => row?.[figure] ?? NaN);
  };

  it.each(['silent', 'met', 'lowered', 'asked', 'gone'])(
    'are, of the ticket “%s”, what its next change takes for posted',
    async (key) => {
      const found = await new PgTicketReader(database).find(idOf(key));
      if (found === null) throw new Error('the ticket is gone');
      expect(await booked(key)).toEqual(figuresOf(found.ticket));
    },
  );

  it('gain an opening posting where a signal shows, under the tier and at the moment of the last event', async () => {
    const rows = await database.rows(
      `select t.number, l.seq, l.tier, l.at = e.at as "atLastEvent", closed_without_contact, severity_lowered from ledger l
       join ticket t on t.id = l.ticket_id join ticket_event e on e.ticket_id = t.id and e.seq = t.version
       where part = 2 order by 1`,
    );
    expect(rows).toEqual([
      {
        number: 'lowered',
        seq: 4,
        tier: 3,
        atLastEvent: true,
        closed_without_contact: 0,
        severity_lowered: 1,
      },
      {
        number: 'silent',
        seq: 4,
        tier: 2,
        atLastEvent: true,
        closed_without_contact: 1,
        severity_lowered: 0,
      },
    ]);
  });

  it('are found right by the recount, as far as their events tell', async () => {
    const { book } = await new PgEventLogAudit(database).inspect(5);
    expect(book).toMatchObject({ partly: 5, faulty: 0, faults: [] });
  });

  it('are found wrong when they stand under something else than the row of the ticket', async () => {
    const moveTo = (officer: string | null) =>
      database.rows('update ledger set officer_id = $2 where ticket_id = $1', [idOf('met'), officer]);
    await moveTo(idOf('another'));
    const { book } = await new PgEventLogAudit(database).inspect(5);
    await moveTo(null);
    expect(book).toMatchObject({ faulty: 1, faults: [{ number: 'met', what: 'officerId' }] });
  });

  it('are summed up at once: nothing waits, and every sum is right', async () => {
    const report = await new PgRollupAudit(database).inspect(5);
    expect(report).toMatchObject({ waiting: 0, astray: 0, faulty: 0, faults: [] });
    expect(report.sums).toBeGreaterThan(0);
  });
});
