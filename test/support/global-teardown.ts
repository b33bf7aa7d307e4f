import './global-setup';

/** The last project to finish stops the server and removes its files. */
export default async function globalTeardown(): Promise<void> {
  const shared = globalThis.zhuqiTestServer;
  if (shared === undefined) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  globalThis.zhuqiTestServer = undefined;
  await (await shared.server).stop();
}
