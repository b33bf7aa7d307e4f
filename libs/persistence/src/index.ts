export { Database, type Statement } from './database/database';
export { APPLICATION_ROLE, createDataSource, type DatabaseOptions } from './database/data-source';
export { migrate, refuseNewerSchema, SchemaNewerThanProgram } from './database/migrate';
export { DatabaseConnection, DatabaseNotConnected } from './database-connection';
export { PersistenceModule } from './persistence.module';
export { READ_PROVIDERS } from './read-providers';
export { pinyinInitials } from './enterprise/pinyin';
