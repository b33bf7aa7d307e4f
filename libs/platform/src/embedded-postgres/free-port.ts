import { createServer } from 'node:net';

/** Below the range from which the system takes ports for outgoing connections. */
export const FIRST_PORT = 15_432;
const LAST_PORT = 16_431;

/** The next loopback port, counted from `from`, that nobody listens on. */
export async function nextFreePort(from = FIRST_PORT): Promise<number> {
  for (let port = from; port <= LAST_PORT; port += 1) {
    if (await isFree(port)) return port;
  }
  return anyPort();
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function anyPort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : FIRST_PORT));
    });
  });
}
