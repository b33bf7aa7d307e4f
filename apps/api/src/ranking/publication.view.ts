import { ApiProperty } from '@nestjs/swagger';
import type { RankingAppeal, RankingFile, RankingPublication, ShownRanking } from '@zhuqi/application';
import type { RankingKind } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView } from '../ticket-list/ticket-summary.view';
import { rankingView } from './ranking.mapper';
import { RankingView } from './ranking.view';

/** 一期排名通报 */
export class RankingPublicationView {
  id: string;
  regionCode: string;
  /** township 属地街镇 | department 行管部门 | officer 驻企专员 */
  @ApiProperty({ type: String })
  kind: RankingKind;
  from: string;
  to: string;
  asOf: string;
  schemeVersion: number;
  publishedAt: string;
  publishedBy: ReferenceView;
  /** 通报原文的 SHA-256，可据以核对原文未变 */
  digest: string;
}

/** 异议的处理结果；通报中的分数不因此改变 */
export class AppealFoundView {
  upheld: boolean;
  note: string;
  madeBy: ReferenceView;
  madeAt: string;
}

/** 就通报中一行提出的异议 */
export class RankingAppealView {
  id: string;
  subjectKey: string;
  /** 就整行提出的为 null */
  component: string | null;
  text: string;
  madeBy: ReferenceView;
  madeAt: string;
  ruling: AppealFoundView | null;
}

/** 一期排名通报的全文与异议 */
export class RankingFileView extends RankingPublicationView {
  table: RankingView;
  appeals: RankingAppealView[];
}

/** 一页排名通报 */
export class RankingPublicationPageView {
  items: RankingPublicationView[];
  nextCursor: string | null;
  total?: number;
}

export const publicationView = (publication: RankingPublication): RankingPublicationView => {
  const { id, regionCode, kind, from, to, schemeVersion, digest, publishedBy } = publication;
  return {
    ...{ id, regionCode, kind, from, to, asOf: isoOf(publication.asOf) },
    ...{ schemeVersion, publishedAt: isoOf(publication.publishedAt), publishedBy, digest },
  };
};

export const rankingFileView = (file: RankingFile & ShownRanking): RankingFileView => ({
  ...publicationView(file),
  table: rankingView(file),
  appeals: file.appeals.map(appealView),
});

const appealView = ({ ruling, madeAt, ...appeal }: RankingAppeal): RankingAppealView => ({
  ...appeal,
  madeAt: isoOf(madeAt),
  ruling: ruling === null ? null : { ...ruling, madeAt: isoOf(ruling.madeAt) },
});
