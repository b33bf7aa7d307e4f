export { Consumers } from './consumers';
export { Handlers } from './handlers';
export { HandoverRounds } from './handover-rounds';
export { Relay } from './relay';
export { RuleSweep } from './rule-sweep';
export { Sweep } from './sweep';
export { WorkerModule } from './worker.module';
export { WorkerSettings } from './worker-settings';
