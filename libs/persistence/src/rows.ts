/** Every TypeORM row class, for the data source and for the test that compares rows with the migrated schema. */
export const ROWS = [];
