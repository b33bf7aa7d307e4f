import type { Provider } from '@nestjs/common';
import { BulletinBook, BulletinLists, BulletinRegions, FigureTargets } from '@zhuqi/application';
import { SqlBulletinBook } from './sql-bulletin-book';
import { SqlBulletinLists } from './sql-bulletin-lists';
import { SqlBulletinRegions } from './sql-bulletin-regions';
import { SqlFigureTargets } from './sql-figure-targets';

/** What bulletins are drawn from, and where they are read. */
export const BULLETIN_PROVIDERS: readonly Provider[] = [
  { provide: BulletinBook, useClass: SqlBulletinBook },
  { provide: BulletinLists, useClass: SqlBulletinLists },
  { provide: BulletinRegions, useClass: SqlBulletinRegions },
  { provide: FigureTargets, useClass: SqlFigureTargets },
];
