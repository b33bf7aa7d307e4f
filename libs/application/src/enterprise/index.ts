export * from './enterprise-directory';
export * from './contact-privacy';
