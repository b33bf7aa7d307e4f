export { ApiModule, type ProvidedModules } from './api.module';
export { type ApiOptions, createApi } from './create-api';
export { ApiSettings } from './edge/api-settings';
