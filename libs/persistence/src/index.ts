export { Database, type Statement } from './database/database';
export { APPLICATION_ROLE, createDataSource, type DatabaseOptions } from './database/data-source';
export { type DatabaseProblem, databaseProblem } from './database/database-problem';
export { migrate } from './database/migrate';
export { DatabaseConnection, DatabaseNotConnected } from './database-connection';
export { type PersistenceOptions, withPersistence } from './persistence-context';
export { PersistenceModule } from './persistence.module';
export { READ_PROVIDERS } from './read-providers';
export { pinyinInitials } from './enterprise/pinyin';
