import { Refused } from '../refused';

/** A refusal that passes with time; the door answers with `Retry-After`. */
export class RefusedForNow extends Refused {
  constructor(
    code: string,
    detail: string,
    readonly retryAfterSeconds: number,
  ) {
    super({ code, detail });
  }
}
