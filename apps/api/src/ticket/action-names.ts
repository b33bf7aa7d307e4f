import type { Action } from '@zhuqi/domain';

/** An action as its address names it. */
export const actionPath = (action: Action): string =>
  action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
