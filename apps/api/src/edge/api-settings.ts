/** What the HTTP edge has to be told; read from the configuration by whoever starts the program. */
export abstract class ApiSettings {
  /** At least 32 bytes; signs the access tokens. */
  abstract readonly tokenSecret: string;
  /** Whether `POST /demo/clock` moves the demo's time. */
  abstract readonly timeScaleControl: boolean;
  /** Per person; 6,000 or more. */
  abstract readonly requestsPerMinute: number;
  /** Addresses and networks whose forwarding headers are believed; empty → the connection's address counts. */
  abstract readonly trustedProxies: readonly string[];
}
