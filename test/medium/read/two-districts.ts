import { OWN_POST_ONLY, type PersonActor, type Role } from '@zhuqi/domain';
import { idOf, type ReadingRoom } from './reading-room';

const REGIONS = [
  { code: '220100', name: '长春市', kind: 'city', parent_code: null },
  { code: '220105', name: '二道区', kind: 'district', parent_code: '220100' },
  { code: '220106', name: '绿园区', kind: 'district', parent_code: '220100' },
] as const;

const UNITS = [
  ['city', '220100', 'city_office', '市办'],
  ['office', '220105', 'office', '二道区办'],
  ['office2', '220106', 'office', '绿园区办'],
  ['miit', '220105', 'department', '工信局'],
  ['commerce', '220105', 'department', '商务局'],
  ['dongsheng', '220105', 'township', '东盛街道'],
  ['yingjun', '220105', 'township', '英俊镇'],
  ['hexin', '220106', 'township', '合心镇'],
] as const;

/** key, region, township, industry, name, pinyin initials, credit code */
export const ENTERPRISES = [
  ['hongda', '220105', 'dongsheng', 'industry', '长春宏达机械有限公司', 'cchdjxyxgs', '912201050000000011'],
  ['jinma', '220105', 'dongsheng', 'trade', '金马商贸有限公司', 'jmsmyxgs', '912201050000000022'],
  ['lianhe', '220105', 'yingjun', 'industry', '联合汽车零部件厂', 'lhqclbjc', '912201050000000033'],
  ['lvshun', '220106', 'hexin', 'industry', '绿顺食品有限公司', 'lssspyxgs', '912201060000000044'],
] as const;
export type EnterpriseKey = (typeof ENTERPRISES)[number][0];

interface Cast {
  readonly role: Role;
  readonly region: string;
  readonly unit?: string;
  readonly enterprise?: EnterpriseKey;
  readonly paired?: readonly EnterpriseKey[];
}

const CAST = {
  enterprise: { role: 'enterprise', region: '220105', enterprise: 'hongda' },
  enterprise2: { role: 'enterprise', region: '220106', enterprise: 'lvshun' },
  officer: { role: 'liaison_officer', region: '220105', unit: 'office', paired: ['hongda', 'jinma'] },
  officer2: { role: 'liaison_officer', region: '220106', unit: 'office2', paired: ['lvshun'] },
  township: { role: 'township_handler', region: '220105', unit: 'dongsheng' },
  department: { role: 'department_handler', region: '220105', unit: 'miit' },
  office: { role: 'office_dispatcher', region: '220105', unit: 'office' },
  office2: { role: 'office_dispatcher', region: '220106', unit: 'office2' },
  leader: { role: 'district_leader', region: '220105' },
  leaderB: { role: 'district_leader', region: '220105' },
  city: { role: 'city_coordinator', region: '220100', unit: 'city' },
  auditor: { role: 'auditor', region: '220105' },
} as const satisfies Record<string, Cast>;
export type ActorKey = keyof typeof CAST;
export const ACTOR_KEYS = Object.keys(CAST) as ActorKey[];

/** A person of the two districts as the programs see them after sign-in. */
export function actor(key: ActorKey): PersonActor {
  const cast: Cast = CAST[key];
  return {
    kind: 'person',
    id: idOf(key),
    name: key,
    roles: [cast.role],
    regionCode: cast.region,
    regionCodes: cast.region === '220100' ? REGIONS.map(({ code }) => code) : [cast.region],
    unitId: cast.unit === undefined ? null : idOf(cast.unit),
    enterpriseId: cast.enterprise === undefined ? null : idOf(cast.enterprise),
    pairedEnterpriseIds: (cast.paired ?? []).map(idOf),
    duties: OWN_POST_ONLY,
  };
}

/** Two districts under one city, with everybody who reads anything. */
export async function settleTwoDistricts(room: ReadingRoom): Promise<void> {
  for (const region of REGIONS) await room.insert('region', region);
  for (const [key, region_code, kind, name] of UNITS)
    await room.insert('unit', { id: idOf(key), region_code, kind, name });
  await room.insert('unit_industry', { region_code: '220105', industry: 'industry', unit_id: idOf('miit') });
  await room.insert('unit_industry', { region_code: '220105', industry: 'trade', unit_id: idOf('commerce') });
  for (const [key, region_code, township, industry, name, pinyin_initials, credit_code] of ENTERPRISES) {
    const contact = { contact_name: '王敏', contact_phone: '13812345678', class: 'other' };
    const place = { region_code, township_id: idOf(township), industry };
    await room.insert('enterprise', {
      id: idOf(key),
      name,
      pinyin_initials,
      credit_code,
      ...place,
      ...contact,
    });
  }
  for (const key of ACTOR_KEYS) await settlePerson(room, key);
  for (const [code, label, position] of [
    ['permits', '手续办理', 1],
    ['financing', '融资', 2],
  ]) {
    await room.insert('category', { code, label, position });
  }
}

async function settlePerson(room: ReadingRoom, key: ActorKey): Promise<void> {
  const {
    id,
    name,
    roles,
    regionCode: region_code,
    unitId: unit_id,
    enterpriseId: enterprise_id,
  } = actor(key);
  await room.insert('person', { id, name, roles, region_code, unit_id, enterprise_id, phone: '13900000000' });
}

interface TicketFacts {
  readonly key: string;
  readonly enterprise: EnterpriseKey;
  /** Names of units and people that hold it now, and held it before. */
  readonly holder?: string;
  readonly person?: ActorKey;
  readonly held?: readonly string[];
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** Puts a ticket in: submitted, simple, in the enterprise's district, held by nobody unless told otherwise. */
export async function insertTicket(room: ReadingRoom, facts: TicketFacts): Promise<string> {
  const [, region_code, township, industry] =
    ENTERPRISES.find(([key]) => key === facts.enterprise) ?? ENTERPRISES[0];
  const id = idOf(facts.key);
  await room.insert('ticket', {
    id,
    number: `ZQ-${facts.key}`,
    version: 1,
    head_hash: '',
    region_code,
    enterprise_id: idOf(facts.enterprise),
    township_id: idOf(township),
    industry,
    status: 'submitted',
    severity: 'simple',
    urgency: 'normal',
    round: 1,
    title: '厂区供电',
    description: '',
    category: 'permits',
    channel: 'enterprise',
    confidential: false,
    submitted_at: '2023-10-10T01:00:00Z',
    holder_unit_id: facts.holder === undefined ? null : idOf(facts.holder),
    holder_person_id: facts.person === undefined ? null : idOf(facts.person),
    held_unit_ids: [...(facts.holder === undefined ? [] : [facts.holder]), ...(facts.held ?? [])].map(idOf),
    held_person_ids: facts.person === undefined ? [] : [idOf(facts.person)],
    ...facts.columns,
  });
  return id;
}

interface ClockFacts {
  readonly ticket: string;
  readonly kind?: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Puts a clock on a ticket: a promise that runs, unless told otherwise. */
export async function insertClock(
  room: ReadingRoom,
  { ticket, kind = 'resolve', columns }: ClockFacts,
): Promise<void> {
  await room.insert('ticket_clock', {
    id: idOf(`${ticket}:${kind}`),
    ticket_id: idOf(ticket),
    ordinal: kind === 'resolve' ? 1 : 2,
    kind,
    round: 1,
    state: 'running',
    started_at: '2023-10-10T01:00:00Z',
    allowance: '{}',
    working_ms: 0,
    original_due_at: columns['due_at'],
    unextended_due_at: columns['due_at'],
    pauses: '[]',
    provisional: false,
    policy_version: 1,
    generation: 1,
    ...columns,
  });
}
