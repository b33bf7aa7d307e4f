import type { Provider } from '@nestjs/common';
import { AnchorBook, BulletinArchive, VerificationRecord } from '@zhuqi/application';
import { PgAnchorBook } from './pg-anchor-book';
import { PgVerificationRecord } from './pg-verification-record';
import { SqlBulletinArchive } from './sql-bulletin-archive';

/** What proves that nothing was altered behind the program's back. */
export const PROOF_PROVIDERS: readonly Provider[] = [
  { provide: AnchorBook, useClass: PgAnchorBook },
  { provide: BulletinArchive, useClass: SqlBulletinArchive },
  { provide: VerificationRecord, useClass: PgVerificationRecord },
];
