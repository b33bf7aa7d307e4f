export * from './enterprise-directory';
