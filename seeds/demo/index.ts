export { demoDistrict } from './district';
export type * from './district-types';
