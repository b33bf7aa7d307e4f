import { IsUUID } from 'class-validator';
import { InLowerCase } from './lower-case';

export class MergeDto {
  /** 并入哪一件诉求 */
  @InLowerCase()
  @IsUUID()
  intoTicketId: string;
}
