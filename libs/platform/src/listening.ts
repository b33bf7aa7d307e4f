import { type AddressInfo, createServer, isIPv6 } from 'node:net';
import { StartupProblem, systemCode } from './startup-problem';

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: '端口已被占用，请关闭占用它的程序，或换一个端口，例如：PORT=3001 npm start',
  EACCES: '没有权限使用该端口，请换一个 1024 以上的端口，例如：PORT=3001 npm start',
  EADDRNOTAVAIL: '本机没有这个地址，请检查 HOST',
  ENOTFOUND: '找不到这个主机名，请检查 HOST',
};

interface Place {
  readonly host: string;
  /** 0: the system chooses one. */
  readonly port: number;
}

/** Throws before anything is started when the address cannot be listened on. */
export function mustBeFree(place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenProblem(place, error)));
    probe.listen(place.port, place.host, () => probe.close(() => resolve()));
  });
}

/** Why nothing can listen there, in a sentence; another program may take the port while the database is prepared. */
export function listenProblem({ host, port }: Place, error: unknown): StartupProblem {
  const why = WHY[systemCode(error) ?? ''] ?? '无法监听该地址，请检查 HOST 与 PORT';
  return new StartupProblem('port.unusable', `${host}:${String(port)} ${why}`, { cause: error });
}

const EVERYWHERE = new Set(['0.0.0.0', '::', '0:0:0:0:0:0:0:0']);

/** The address a person at this machine opens; the port is the one really listened on. */
export function addressOf(host: string, { port }: AddressInfo): string {
  const name = EVERYWHERE.has(host) ? '127.0.0.1' : isIPv6(host) ? `[${host}]` : host;
  return `http://${name}:${String(port)}`;
}
