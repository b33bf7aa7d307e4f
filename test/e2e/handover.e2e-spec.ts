import type { Answer, Caller } from '../support/demo-app';
import { done, expectRefusal, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';

const HELD = 40;
const TODAY = '2023-10-20';

describe('a transferred officer with 40 open tickets', () => {
  let stage: Lifecycle;
  let officer: { id: string; name: string };
  let successor: { id: string; caller: Caller };
  let tickets: string[];
  let order: object;
  let figures: unknown;

  beforeAll(async () => {
    stage = await openLifecycle();
    officer = (await stage.cast.officer.get('/me')).body;
    successor = await anotherOfficer();
    tickets = [];
    for (let count = 0; count < HELD; count += 1) tickets.push(await stage.submitted());
    // In every state in which somebody still holds it.
    for (const id of tickets.slice(0, 30)) done(await stage.cast.officer.act(id, 'claim'));
    for (const id of tickets.slice(0, 10)) {
      done(
        await stage.cast.officer.act(id, 'answer', {
          ...{
            outcome: 'resolved',
            route: '现场协调',
            result: '已解决',
            responsibleUnitId: stage.unit.office,
          },
        }),
      );
    }
    done(await stage.cast.officer.act(tickets[10] ?? '', 'request-info', { items: ['营业执照'] }));
    done(await stage.cast.office.act(tickets[11] ?? '', 'merge', { intoTicketId: tickets[12] }));
    await stage.demo.settle();
    await stage.demo.advance({ advanceWorkdays: 1 });
    order = {
      ...{ fromPersonId: officer.id, toPersonId: successor.id, effectiveOn: await today() },
      ...{ reason: '调任区商务局', leaves: true },
    };
    figures = await figuresOfYesterday();
  }, 240_000);

  afterAll(() => stage.close());

  /** An officer of the same office with an account, and as many enterprises as somebody may have. */
  async function anotherOfficer(): Promise<{ id: string; caller: Caller }> {
    const [row] = await stage.demo.database.rows<{ id: string }>(
      `select p.id from person p where 'liaison_officer' = any(p.roles) and p.id <> $1 and p.active
         and p.region_code = (select region_code from person where id = $1) order by p.id limit 1`,
      [officer.id],
    );
    const id = row?.id ?? '';
    await stage.demo.database.rows(
      `insert into account (person_id, username, password_hash)
       select $1, 'successor', password_hash from account where person_id = $2`,
      [id, officer.id],
    );
    return { id, caller: await stage.demo.signIn('successor') };
  }

  async function today(): Promise<string> {
    const [row] = await stage.demo.database.rows<{ today: string }>(
      `select (business_now() at time zone 'Asia/Shanghai')::date::text as today`,
    );
    return row?.today ?? TODAY;
  }

  const figuresOfYesterday = async (): Promise<unknown> => {
    const query = 'groupBy=officer&from=2023-01-01&to=2023-12-31&asOf=2023-10-20T09:00:00Z';
    return done(await stage.cast.office.get(`/statistics/resolution?${query}`)).body;
  };

  const logOf = async (id: string): Promise<Answer['body'][]> =>
    (await stage.cast.office.get(`/tickets/${id}/timeline`)).body.items;

  it('shows beforehand what would move, and moves nothing', async () => {
    const preview = await stage.cast.office.post('/handovers/preview', order);
    expect(preview.status).toBe(200);
    const held = preview.body.tickets.map(({ id }: { id: string }) => id);
    expect(held).toEqual(expect.arrayContaining(tickets));
    expect(preview.body.posts).toEqual(['officer']);
    expect(preview.body.pairings.length).toBeGreaterThan(0);
    expect((await seenBy(stage.cast.office, tickets[0] ?? '')).holder.person.id).toBe(officer.id);
    expect((await stage.cast.office.get('/handovers')).body.items).toEqual([]);
  });

  it('is refused above the successor’s capacity unless the office says so', async () => {
    expectRefusal(
      await stage.cast.office.post('/handovers', order),
      422,
      'pairing.over_capacity',
      '/overCapacity',
    );
  });

  it('leaves nothing half done when it fails in the middle', async () => {
    const { database } = stage.demo;
    const before = await database.rows('select id, version, holder_person_id from ticket order by id');
    const made = await withBrokenDisk(() =>
      stage.cast.office.post('/handovers', { ...order, overCapacity: true }),
    );
    expect(made.status).toBe(500);
    expect(await database.rows('select id, version, holder_person_id from ticket order by id')).toEqual(
      before,
    );
    expect(await database.rows('select 1 from handover')).toEqual([]);
  });

  /** Writing fails after twenty tickets, as when the server goes away. */
  async function withBrokenDisk<T>(work: () => Promise<T>): Promise<T> {
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: stage.demo.url });
    await owner.connect();
    await owner.query(`create or replace function lost() returns trigger language plpgsql as $$ begin
      if new.type = 'handedOver' and (select count(*) from ticket_event where type = 'handedOver') >= 20
        then raise exception 'lost'; end if;
      return new; end $$;
      create trigger lost before insert on ticket_event for each row execute function lost();`);
    try {
      return await work();
    } finally {
      await owner.query('drop trigger lost on ticket_event; drop function lost()');
      await owner.end();
    }
  }

  it('hands everything over in one act, once for one key', async () => {
    const headers = { 'idempotency-key': 'hand-over-once' };
    const body = { ...order, overCapacity: true };
    const [made, again] = [
      await stage.cast.office.post('/handovers', body, headers),
      await stage.cast.office.post('/handovers', body, headers),
    ];
    expect([made.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(made.body);
    expect(made.body.state).toBe('done');
    await stage.demo.settle();
    const file = done(await stage.cast.office.get(`/handovers/${made.body.id}`)).body;
    expect(file.tickets.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(tickets));
    expect(file.pairings).toEqual(made.body.pairings);
    for (const id of tickets) {
      const seen = await seenBy(stage.cast.office, id);
      expect(seen.holder.person.id).toBe(successor.id);
      const handed = (await logOf(id)).filter(({ type }) => type === 'handedOver');
      expect(handed.map(({ data }) => data)).toMatchObject([
        { fromPersonId: officer.id, personId: successor.id, cause: 'post', handoverId: made.body.id },
      ]);
    }
  }, 60_000);

  it('keeps status, promises and history, and splits the time between both', async () => {
    const answered = await seenBy(stage.cast.office, tickets[0] ?? '');
    expect(answered.status).toBe('answered');
    expect((await seenBy(stage.cast.office, tickets[10] ?? '')).status).toBe('need_info');
    expect((await seenBy(stage.cast.office, tickets[11] ?? '')).status).toBe('merged');
    const { items, total } = done(await stage.cast.office.get(`/tickets/${tickets[20]}/chain`)).body;
    expect(items.map((link: { person: { id: string } }) => link.person.id)).toEqual([
      officer.id,
      successor.id,
    ]);
    expect(items[1].because.text).toContain('交接');
    const minutes: number[] = items.map((link: { workingMinutes: number }) => link.workingMinutes);
    expect(minutes[0]).toBeGreaterThan(0);
    expect((minutes[0] ?? 0) + (minutes[1] ?? 0)).toBe(total.workingMinutes);
  });

  it('leaves the figures by officer as of yesterday as they were', async () => {
    expect(await figuresOfYesterday()).toEqual(figures);
  });

  it('lets the successor act at once and the predecessor no more', async () => {
    done(await successor.caller.act(tickets[35] ?? '', 'claim'));
    done(await successor.caller.act(tickets[20] ?? '', 'contact', { means: 'phone', note: '已联系' }));
    const old = await stage.demo.signIn('officer');
    expect((await old.get('/me')).status).toBe(401);
    const next = await stage.submitted();
    expect((await seenBy(stage.cast.office, next)).holder.person.id).toBe(successor.id);
  });

  it('tells the successor of each', async () => {
    const { items } = (await successor.caller.get('/notices?unread=true&limit=100')).body;
    const told = items.filter(({ text }: { text: string }) => text.includes('移交给您'));
    const ids = told.map(({ ticket }: { ticket: { id: string } }) => ticket.id);
    expect(ids).toEqual(expect.arrayContaining(tickets));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
