export { Database, type Statement } from './database/database';
export { APPLICATION_ROLE, createDataSource, type DatabaseOptions } from './database/data-source';
export { migrate, refuseNewerSchema, SchemaNewerThanProgram } from './database/migrate';
export { DatabaseConnection, DatabaseNotConnected } from './database-connection';
export { PersistenceModule } from './persistence.module';
export { SqlTicketList } from './ticket-list/sql-ticket-list';
export { SqlResolutionStatistics } from './statistics/sql-resolution-statistics';
