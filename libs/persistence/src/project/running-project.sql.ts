import { RUNNING_PROJECT_STATES } from '@zhuqi/domain';

/** Whether the project of this alias is planned or being built. */
export const isRunning = (j: string): string =>
  `${j}.state in (${RUNNING_PROJECT_STATES.map((state) => `'${state}'`).join(', ')})`;
