import { OWN_POST_ONLY, type PersonActor, type Role } from '@zhuqi/domain';
import { seesSubmitter, type Submission } from './submitter';

const SECRET: Submission = {
  confidential: true,
  enterpriseId: 'hongda',
  regionCode: '220105',
  leaderId: 'leader',
  aboutPersonId: null,
};

const person = (id: string, role: Role, facts: Partial<PersonActor> = {}): PersonActor => ({
  ...{ kind: 'person', id, name: id, roles: [role], regionCode: '220105', regionCodes: ['220105'] },
  ...{ unitId: null, enterpriseId: null, pairedEnterpriseIds: [], duties: OWN_POST_ONLY },
  ...facts,
});

describe('the submitter of a confidential ticket', () => {
  it.each([
    person('owner', 'enterprise', { enterpriseId: 'hongda' }),
    person('officer', 'liaison_officer', { pairedEnterpriseIds: ['hongda'] }),
    person('office', 'office_dispatcher'),
    person('leader', 'district_leader'),
    person('city', 'city_coordinator'),
    person('auditor', 'auditor'),
    person('admin', 'administrator'),
  ])('is told to $id, unless the complaint is about that person', (reader) => {
    expect(seesSubmitter(reader, SECRET)).toBe(true);
    expect(seesSubmitter(reader, { ...SECRET, aboutPersonId: reader.id })).toBe(false);
  });

  it('is told to who leads or stands in for its leader as to the leader itself', () => {
    const duties = (more: object) => ({ duties: { ...OWN_POST_ONLY, ...more } });
    const successor = person('successor', 'district_leader', duties({ leadsForIds: ['leader'] }));
    const substitute = person('substitute', 'district_leader', duties({ standsInForIds: ['leader'] }));
    expect([successor, substitute].map((reader) => seesSubmitter(reader, SECRET))).toEqual([true, true]);
    const complaint = { ...SECRET, aboutPersonId: 'leader' };
    expect(seesSubmitter(substitute, complaint)).toBe(false);
    expect(seesSubmitter(successor, complaint)).toBe(true);
  });

  it.each([
    person('another enterprise', 'enterprise', { enterpriseId: 'jinma' }),
    person('a former officer', 'liaison_officer'),
    person('the office of another district', 'office_dispatcher', { regionCodes: ['220106'] }),
    person('another leader', 'district_leader'),
    person('a township', 'township_handler', { unitId: 'dongsheng' }),
    person('a department', 'department_handler', { unitId: 'miit' }),
    person('a task force', 'task_force_lead', { unitId: 'force' }),
  ])('is hidden from $id', (reader) => {
    expect(seesSubmitter(reader, SECRET)).toBe(false);
    expect(seesSubmitter(reader, { ...SECRET, confidential: false })).toBe(true);
  });
});
