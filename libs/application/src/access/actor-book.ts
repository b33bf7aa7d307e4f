import type { PersonActor } from '@zhuqi/domain';

/** A signed-in person with what `me` shows besides. */
export interface SignedInPerson {
  readonly actor: PersonActor;
  readonly sessionVersion: number;
  /** The account is disabled, the person has left, or this sign-in was ended. */
  readonly ended: boolean;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly region: { readonly code: string; readonly name: string };
  /** The absent whose work it does today. */
  readonly standsInFor: readonly { readonly id: string; readonly name: string }[];
  readonly enterprise: { readonly id: string; readonly name: string } | null;
}

/** Reads who a person is at this moment. */
export abstract class ActorBook {
  abstract find(personId: string, family: string): Promise<SignedInPerson | null>;
}
