export type { ApiOptions } from './api-options';
export { ApiModule } from './api.module';
export { createApi } from './create-api';
export { describeRoutes, unstartedApi } from './docs/unstarted-api';
export { ApiSettings } from './edge/api-settings';
export { ROUTE_ACCESS, type RouteAccess } from './edge/route-access';
export type { HealthCheck, HealthFinding } from './health/health-check';
