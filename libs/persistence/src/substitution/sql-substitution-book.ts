import { Injectable } from '@nestjs/common';
import {
  SubstitutionBook,
  type Page,
  type PageRequest,
  type SubstitutionEntry,
  type SubstitutionState,
} from '@zhuqi/application';
import { hasRole, type PersonActor } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { TODAY } from '../database/business-day.sql';
import { named } from '../database/named-json.sql';

interface SubstitutionLine {
  readonly id: string;
  readonly state: SubstitutionState;
  readonly person: { id: string; name: string };
  readonly substitute: { id: string; name: string };
  readonly made_by: { id: string; name: string };
  readonly from_on: string;
  readonly to_on: string;
  readonly reason: string;
  readonly made_at: Date;
  readonly ended_at: Date | null;
  readonly position: string;
}

const STATE = `case when s.ended_at is not null or upper(s.valid) <= ${TODAY} then 'past'
  when lower(s.valid) > ${TODAY} then 'coming' else 'current' end`;

const COLUMNS = `s.id, ${STATE} as state, ${named('p')} as person, ${named('b')} as substitute, ${named('m')} as made_by,
  lower(s.valid)::text as from_on, (upper(s.valid) - 1)::text as to_on, s.reason, s.made_at, s.ended_at,
  ${momentText('s.made_at')} as position`;

const SOURCE = `substitution s join person p on p.id = s.person_id join person b on b.id = s.substitute_id
  join person m on m.id = s.made_by_id`;

const OVERSEERS = ['office_dispatcher', 'administrator', 'auditor', 'city_coordinator'] as const;

/** Substitutions with the people's names, the latest arrangement first. */
@Injectable()
export class SqlSubstitutionBook extends SubstitutionBook {
  constructor(private readonly database: Database) {
    super();
  }

  page(
    reader: PersonActor,
    state: SubstitutionState | undefined,
    page: PageRequest,
  ): Promise<Page<SubstitutionEntry>> {
    const parameters = new Parameters();
    const listing = {
      columns: COLUMNS,
      source: SOURCE,
      conditions: [
        seenBy(reader, parameters),
        ...(state === undefined ? [] : [`${STATE} = ${parameters.add(state)}`]),
      ],
      shape: { order: 'substitution', values: ['moment', 'uuid'] },
      order: ['s.made_at', 's.id'],
      direction: 'desc',
      item: entryOf,
      key: (row: SubstitutionLine) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }
}

function seenBy(reader: PersonActor, parameters: Parameters): string {
  if (hasRole(reader, ...OVERSEERS)) {
    return `s.region_code = any(${parameters.add(reader.regionCodes)}::text[])`;
  }
  const self = `${parameters.add(reader.id)}::uuid`;
  return `(s.person_id = ${self} or s.substitute_id = ${self})`;
}

const entryOf = (row: SubstitutionLine): SubstitutionEntry => ({
  ...{ id: row.id, state: row.state, person: row.person, substitute: row.substitute },
  ...{ from: row.from_on, to: row.to_on, reason: row.reason, madeBy: row.made_by },
  madeAt: row.made_at.getTime(),
  endedAt: row.ended_at?.getTime() ?? null,
});
