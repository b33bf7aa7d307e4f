export { Consumers } from './consumers';
export { Handlers } from './handlers';
export { Relay } from './relay';
export { RuleSweep } from './rule-sweep';
export { Sweep } from './sweep';
export { WorkerModule } from './worker.module';
export { WorkerSettings } from './worker-settings';
