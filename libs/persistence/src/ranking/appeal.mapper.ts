import type { RankingAppeal } from '@zhuqi/application';

export interface AppealLine {
  readonly id: string;
  readonly subject_key: string;
  readonly component: string | null;
  readonly text: string;
  readonly made_by: { id: string; name: string };
  readonly made_at: Date;
  readonly upheld: boolean | null;
  readonly note: string | null;
  readonly ruled_by: { id: string; name: string };
  readonly ruled_at: Date | null;
}

/** An appeal with what was found about it, if anything was. */
export const appealOf = (row: AppealLine): RankingAppeal => ({
  ...{ id: row.id, subjectKey: row.subject_key, component: row.component, text: row.text },
  ...{ madeBy: row.made_by, madeAt: row.made_at.getTime() },
  ruling:
    row.upheld === null || row.ruled_at === null
      ? null
      : { upheld: row.upheld, note: row.note ?? '', madeBy: row.ruled_by, madeAt: row.ruled_at.getTime() },
});
