export { demoDistrict } from './district';
export type * from './district-types';
export { demoStories } from './stories';
export { DEMO_START, instantOf } from './story-calendar';
export type * from './story-types';
export { PlantDistrict } from './plant-district';
export { PrepareDemo, type PreparedDemo } from './prepare-demo';
export { DEMO_STARTS_AT, TellStories } from './tell-stories';
