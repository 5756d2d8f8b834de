export * from './check.js';
export * from './configuration.js';
export * from './fixes.js';
export * from './options.js';
export * from './places.js';
export * from './rules.js';
export * from './status.js';
export * from './tools.js';
