export * from './reference-lists';
