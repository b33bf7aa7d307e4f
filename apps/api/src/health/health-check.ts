/** One thing that must hold for the program to take work. */
export interface HealthFinding {
  readonly name: string;
  readonly ok: boolean;
  /** For the operator, in Chinese. */
  readonly detail: string;
  /** Reported, but work can be taken without it. */
  readonly optional?: true;
}

/** A further thing to look at, brought along by whoever starts the program (the worker's heartbeat). */
export interface HealthCheck {
  readonly name: string;
  /** Reported, but the program is ready without it. */
  readonly optional?: true;
  /** Throwing counts as not ok. */
  look(): Promise<Omit<HealthFinding, 'name'>>;
}

/** The checks brought along; empty when none are. */
export abstract class FurtherChecks {
  abstract readonly checks: readonly HealthCheck[];
}
