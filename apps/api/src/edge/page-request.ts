import type { PageRequest } from '@zhuqi/application';
import { decodeCursor } from './cursor';
import type { PageDto } from './page.dto';

/** What a list use case is asked for; throws `cursor.invalid`. */
export const pageRequest = ({ limit, cursor, total }: PageDto): PageRequest => ({
  limit,
  after: decodeCursor(cursor),
  total,
});
