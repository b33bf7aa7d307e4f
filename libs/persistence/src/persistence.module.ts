import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ACCESS_PROVIDERS } from './access/providers';
import { createDataSource, type DatabaseOptions } from './database/data-source';
import { Database } from './database/database';
import { ReferenceDatabase } from './database/reference-database';
import { DatabaseConnection, WaitingDatabase } from './database-connection';
import { DEMO_PROVIDERS } from './demo/providers';
import { SEEDING_PROVIDERS } from './seeding/providers';
import { HEALTH_PROVIDERS } from './health/providers';
import { INSTALLATION_PROVIDERS } from './installation/providers';
import { PROOF_PROVIDERS } from './proof/providers';
import { READ_PROVIDERS } from './read-providers';
import { RULE_PROVIDERS } from './rules/providers';
import { SLA_PROVIDERS } from './sla/providers';
import { TICKET_PROVIDERS } from './ticket/providers';

/** Every port kept in PostgreSQL, feature by feature; each row is one lib folder's list. */
const PORTS: readonly Provider[] = [
  ...ACCESS_PROVIDERS,
  ...DEMO_PROVIDERS,
  ...HEALTH_PROVIDERS,
  ...INSTALLATION_PROVIDERS,
  ...PROOF_PROVIDERS,
  ...READ_PROVIDERS,
  ...RULE_PROVIDERS,
  ...SLA_PROVIDERS,
  ...TICKET_PROVIDERS,
  ...SEEDING_PROVIDERS,
];

const tokenOf = (provider: Provider) => (typeof provider === 'function' ? provider : provider.provide);

/** Where it is kept: the data source, the pool for plain SQL and the implementation of every port. */
@Module({})
export class PersistenceModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', manualInitialization: true }),
          dataSourceFactory: () => Promise.resolve(createDataSource(options)),
        }),
      ],
      providers: [
        {
          provide: Database,
          useFactory: (source: DataSource) => new WaitingDatabase(source),
          inject: [DataSource],
        },
        {
          provide: ReferenceDatabase,
          useFactory: (source: DataSource) => new ReferenceDatabase(options, source),
          inject: [DataSource],
        },
        DatabaseConnection,
        ...PORTS,
      ],
      exports: [Database, DatabaseConnection, ...PORTS.map(tokenOf)],
    };
  }
}
