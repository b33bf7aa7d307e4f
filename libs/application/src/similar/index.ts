export * from './find-similar';
export * from './similar-tickets';
