export * from './options.js';
export * from './rules.js';
export * from './status.js';
