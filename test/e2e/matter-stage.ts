import { ANSWER, done, type Lifecycle } from './lifecycle-stage';

export const OUTAGE = {
  title: '园区突然停电，生产线停产',
  description: '今天上午园区整体停电，生产线全部停下，请尽快协调供电公司抢修恢复供电。',
  category: 'utilities',
  severity: 'complex',
};
const REPORTS = [
  OUTAGE,
  {
    ...OUTAGE,
    title: '园区停电，车间停产',
    description: '上午起园区停电，车间无法生产，请协调供电公司恢复供电。',
  },
  {
    ...OUTAGE,
    title: '今天园区停电影响生产',
    description: '园区整体停电，生产线停产，何时恢复供电？',
  },
];
export const TOGETHER = { ...ANSWER, route: '协调供电公司抢修', result: '主变压器已更换，恢复供电' };

/** Enterprises that lie in the same township as the enterprise of the demo accounts. */
export async function neighboursOf({ demo }: Lifecycle): Promise<string[]> {
  const { rows } = await demo.database.pool.query<{ id: string }>(
    `select other.id from enterprise other
     join enterprise own on own.id = (select enterprise_id from person where id =
       (select person_id from account where username = 'enterprise'))
     where other.township_id = own.township_id and other.id <> own.id order by other.id limit 4`,
  );
  return rows.map(({ id }) => id);
}

/** The same outage reported by the enterprise and two neighbours; the first is claimed by the township. */
export async function reported({ cast, demo }: Lifecycle, neighbours: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, report] of REPORTS.entries()) {
    const said = index === 0 ? report : { ...report, enterpriseId: neighbours[index - 1] };
    const by = index === 0 ? cast.enterprise : cast.office;
    ids.push(done(await by.post('/tickets', said), 201).body.id);
  }
  await demo.settle();
  done(await cast.township.act(ids[0]!, 'claim'));
  return ids;
}

/** Puts them together, the first in the lead; answers the matter's id. */
export async function together({ cast }: Lifecycle, ids: readonly string[]): Promise<string> {
  const said = { title: '园区停电', leadTicketId: ids[0], ticketIds: ids, reason: '同一次停电' };
  return done(await cast.office.post('/matters', said), 201).body.id;
}
