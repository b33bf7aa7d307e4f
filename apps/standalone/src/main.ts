import { Refused } from '@zhuqi/application';
import { databaseProblem } from '@zhuqi/persistence';
import { runProgram, stopOnSignal } from '@zhuqi/platform';
import { startStandalone } from './start-standalone';
import { welcome } from './welcome';

const explain = (error: unknown) => (error instanceof Refused ? error.refusal : databaseProblem(error));

/** `npm start`: everything on one machine, with nothing installed but Node. */
runProgram(async () => {
  const running = await startStandalone();
  stopOnSignal(() => running.stop());
  process.stdout.write(welcome(running));
}, explain);
