import type { PersonActor } from '../access';
import { accepted, refused, type Decision } from '../decision';
import type { RankingTable } from './ranking';
import { isOwnRow } from './visible';

/** What the ranked says of its row; it stands beside the row and changes nothing of it. */
export interface AppealText {
  /** The row's key. */
  readonly subjectKey: string;
  /** A component's code; absent when the whole row is meant. */
  readonly component?: string | undefined;
  readonly text: string;
}

/** Whether the person may appeal in these words: of its own row, against a component the table has. */
export function judgeAppeal(
  actor: PersonActor,
  table: RankingTable,
  { subjectKey, component }: AppealText,
): Decision<null> {
  // First whose it is: what others' rows there are is not for everybody to find out.
  if (!isOwnRow(actor, table.kind, subjectKey)) {
    return refused('ranking.not_yours', '只能就本人或本单位的排名提出异议');
  }
  const row = [...table.ranked, ...table.apart].find(({ key }) => key === subjectKey);
  if (row === undefined) return refused('ranking.no_row', '该通报中没有这一行', '/subjectKey');
  const known = row.components.map(({ code }) => code);
  return component === undefined || known.includes(component)
    ? accepted(null)
    : refused('ranking.no_component', `没有这一项，应为 ${known.join('、')} 之一`, '/component');
}
