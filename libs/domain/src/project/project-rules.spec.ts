import * as fc from 'fast-check';
import { CAST } from '../../../../test/support/ticket-cast';
import { PROJECT_STATES, type Project, type ProjectPlan } from './project';
import {
  changeProject,
  checkPlan,
  mayManageProject,
  mayRaiseProblem,
  newlyNamed,
  type ProjectCast,
} from './project-rules';

const PLAN: ProjectPlan = {
  ...{ name: '冷链物流园', code: null, townshipId: 'township', sector: 'commercial', investmentWan: 8_000 },
  ...{ funding: 'private', leaderId: 'leader', departmentId: 'department', secretaryId: 'wang' },
  ...{ state: 'building', startsOn: '2026-03-02', completesOn: '2027-10-29' },
};
const PROJECT: Project = { ...PLAN, id: 'p', regionCode: '220105', enterpriseId: 'enterprise', version: 3 };
const HERE = { regionCode: '220105' };
const NAMED: ProjectCast = {
  township: { kind: 'township', ...HERE },
  department: { kind: 'department', ...HERE },
  leader: { roles: ['district_leader'], ...HERE },
  secretary: { roles: ['township_handler'], ...HERE },
  ledByLeader: 0,
};

const check = (plan: Partial<ProjectPlan>, cast: Partial<ProjectCast> = {}, overCapacity = false): string => {
  const terms = {
    regionCode: '220105',
    plan: { ...PLAN, ...plan },
    cast: { ...NAMED, ...cast },
    overCapacity,
  };
  const decision = checkPlan(terms);
  return decision.ok ? 'ok' : `${decision.refusal.code} ${decision.refusal.pointer ?? ''}`;
};

describe('a project as planned', () => {
  it('stands when its days are in order and everybody it names is of the district and fits', () => {
    expect(check({})).toBe('ok');
    expect(check({ townshipId: null, departmentId: null, leaderId: null, secretaryId: null }, NOBODY)).toBe(
      'ok',
    );
    expect(check({ completesOn: '2026-03-02' })).toBe('ok');
  });

  it('is not finished before it is begun', () => {
    expect(check({ completesOn: '2026-03-01' })).toBe('project.days /completesOn');
  });

  it.each([
    [{ township: null }, 'project.unit /townshipId'],
    [{ township: { kind: 'department', ...HERE } }, 'project.unit /townshipId'],
    [{ department: { kind: 'department', regionCode: '220106' } }, 'project.unit /departmentId'],
    [{ leader: null }, 'project.person /leaderId'],
    [{ leader: { roles: ['office_dispatcher'], ...HERE } }, 'project.person /leaderId'],
    [{ leader: { roles: ['district_leader'], regionCode: '220106' } }, 'project.person /leaderId'],
    [{ secretary: { roles: ['enterprise'], ...HERE } }, 'project.person /secretaryId'],
    [{ secretary: null }, 'project.person /secretaryId'],
  ] as const)('does not name %j', (cast, refusal) => {
    expect(check({}, cast)).toBe(refusal);
  });

  it('gives a leader two running projects at most, unless the office says otherwise or it runs no more', () => {
    expect(check({}, { ledByLeader: 1 })).toBe('ok');
    expect(check({}, { ledByLeader: 2 })).toBe('pairing.over_capacity /leaderId');
    expect(check({}, { ledByLeader: 2 }, true)).toBe('ok');
    expect(check({ state: 'completed' }, { ledByLeader: 2 })).toBe('ok');
  });
});

describe('the list of projects', () => {
  it('is kept by the office of the district and nobody else', () => {
    const keepers = Object.entries(CAST).filter(([, actor]) => mayManageProject(actor, '220105').ok);
    expect(keepers.map(([name]) => name)).toEqual(['office']);
  });
});

describe('a problem of a project', () => {
  it('is one of a project of the enterprise that is planned or being built', () => {
    const said = (state: Parameters<typeof mayRaiseProblem>[0]) => {
      const decision = mayRaiseProblem(state);
      return decision.ok ? 'ok' : decision.refusal.code;
    };
    expect(PROJECT_STATES.map(said)).toEqual(['ok', 'ok', 'project.over', 'project.over']);
    expect(said(null)).toBe('project.unknown');
  });
});

describe('a change of a project', () => {
  it('keeps what was not said, counts one version on and tells each field before and after', () => {
    const changed = changeProject(PROJECT, { state: 'completed', name: PROJECT.name, leaderId: null });
    expect(changed).toEqual({
      ok: true,
      value: {
        project: { ...PROJECT, state: 'completed', leaderId: null, version: 4 },
        changed: { state: ['building', 'completed'], leaderId: ['leader', null] },
      },
    });
  });

  it('is looked at for those it names, and for everybody when the project begins to run again', () => {
    const nobody = { townshipId: null, departmentId: null, leaderId: null, secretaryId: null };
    const everybody = {
      ...{ townshipId: 'township', departmentId: 'department', leaderId: 'leader', secretaryId: 'wang' },
    };
    expect(newlyNamed(PROJECT, { ...PROJECT, name: '仓库' })).toEqual(nobody);
    expect(newlyNamed(PROJECT, { ...PROJECT, secretaryId: 'li' })).toEqual({ ...nobody, secretaryId: 'li' });
    for (const over of ['completed', 'cancelled'] as const) {
      const ended: Project = { ...PROJECT, state: over };
      expect(newlyNamed(PROJECT, ended)).toEqual(nobody);
      expect(newlyNamed(ended, PROJECT)).toEqual(everybody);
      expect(newlyNamed(ended, { ...PROJECT, state: 'planned' })).toEqual(everybody);
    }
  });

  it('of nothing is refused', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(PLAN) as (keyof ProjectPlan)[]), (fields) => {
        const same = Object.fromEntries(fields.map((field) => [field, PROJECT[field]]));
        expect(changeProject(PROJECT, same)).toMatchObject({ refusal: { code: 'project.unchanged' } });
      }),
    );
  });
});

const NOBODY: ProjectCast = {
  ...{ township: null, department: null, leader: null, secretary: null, ledByLeader: 0 },
};
