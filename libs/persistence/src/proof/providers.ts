import type { Provider } from '@nestjs/common';
import { AnchorBook, PublicationArchive, VerificationRecord } from '@zhuqi/application';
import { PgAnchorBook } from './pg-anchor-book';
import { PgVerificationRecord } from './pg-verification-record';
import { SqlPublicationArchive } from './sql-publication-archive';

/** What proves that nothing was altered behind the program's back. */
export const PROOF_PROVIDERS: readonly Provider[] = [
  { provide: AnchorBook, useClass: PgAnchorBook },
  { provide: PublicationArchive, useClass: SqlPublicationArchive },
  { provide: VerificationRecord, useClass: PgVerificationRecord },
];
