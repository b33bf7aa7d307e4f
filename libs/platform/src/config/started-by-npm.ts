/** Whether npm started this process (`npm start`) and is its parent. */
export const startedByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;
