import type { Provider } from '@nestjs/common';
import {
  BulletinBook,
  BulletinDifferences,
  BulletinLists,
  BulletinRegions,
  FigureTargets,
  PostedBook,
} from '@zhuqi/application';
import { PgPostedBook } from './pg-posted-book';
import { SqlBulletinBook } from './sql-bulletin-book';
import { SqlBulletinDifferences } from './sql-bulletin-differences';
import { SqlBulletinLists } from './sql-bulletin-lists';
import { SqlBulletinRegions } from './sql-bulletin-regions';
import { SqlFigureTargets } from './sql-figure-targets';

/** What bulletins are drawn from, and where they are read. */
export const BULLETIN_PROVIDERS: readonly Provider[] = [
  { provide: BulletinBook, useClass: SqlBulletinBook },
  { provide: BulletinDifferences, useClass: SqlBulletinDifferences },
  { provide: BulletinLists, useClass: SqlBulletinLists },
  { provide: BulletinRegions, useClass: SqlBulletinRegions },
  { provide: FigureTargets, useClass: SqlFigureTargets },
  { provide: PostedBook, useClass: PgPostedBook },
];
