import type { Answer, Caller } from '../support/demo-app';
import { done, type Lifecycle, type Name } from './lifecycle-stage';

/** Somebody of the demo district who has been given an account. */
export interface Colleague {
  readonly id: string;
  readonly caller: Caller;
}

/** Another person with the role of one of the cast, in the same unit, with an account of the same password. */
export async function colleagueOf(life: Lifecycle, name: Name, username: string): Promise<Colleague> {
  const { database } = life.demo;
  const me = (await life.cast[name].get('/me')).body;
  const [found] = await database.rows<{ id: string }>(
    `select p.id from person p join person own on own.id = $1
     where p.id <> own.id and p.active and p.region_code = own.region_code and p.roles = own.roles
       and (p.unit_id is not distinct from own.unit_id or 'liaison_officer' = any(p.roles))
       and not exists (select from account a where a.person_id = p.id) order by p.id limit 1`,
    [me.id],
  );
  const id = found?.id ?? (await born(life, me.id));
  await database.rows(
    `insert into account (person_id, username, password_hash)
     select $1, $2, password_hash from account where person_id = $3`,
    [id, username, me.id],
  );
  return { id, caller: await life.demo.signIn(username) };
}

async function born(life: Lifecycle, likeId: string): Promise<string> {
  const [made] = await life.demo.database.rows<{ id: string }>(
    `insert into person (id, region_code, unit_id, name, roles)
     select gen_random_uuid(), region_code, unit_id, '柏如松', roles from person where id = $1 returning id`,
    [likeId],
  );
  return made?.id ?? '';
}

/** The business day it is, and days after it. */
export async function day(life: Lifecycle, after = 0): Promise<string> {
  const [row] = await life.demo.database.rows<{ day: string }>(
    `select ((business_now() at time zone 'Asia/Shanghai')::date + $1::int)::text as day`,
    [after],
  );
  return row?.day ?? '';
}

export type Row = Record<string, Answer['body']>;

/** The items of a list that must have been answered. */
export const rows = (answer: Answer): Row[] => done(answer).body.items;

/** A handover as it is asked for. */
export const order = (fromPersonId: string, toPersonId: string, effectiveOn: string, more: object = {}) => ({
  ...{ fromPersonId, toPersonId, effectiveOn, reason: '岗位调整' },
  ...more,
});
