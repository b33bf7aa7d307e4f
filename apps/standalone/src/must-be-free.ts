import { createServer } from 'node:net';
import { StartupProblem } from '@zhuqi/platform';

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: '端口已被占用，请关闭占用它的程序，或换一个端口，例如：PORT=3001 npm start',
  EACCES: '没有权限使用该端口，请换一个 1024 以上的端口，例如：PORT=3001 npm start',
  EADDRNOTAVAIL: '本机没有这个地址，请检查 HOST',
};

/** Throws before anything is started when the address cannot be listened on. */
export function mustBeFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = WHY[error.code ?? ''] ?? '无法监听该地址，请检查 HOST 与 PORT';
      reject(new StartupProblem('port.unusable', `${host}:${String(port)} ${why}`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
