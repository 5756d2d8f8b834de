import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:perf_hooks',
  language: 'typescript',
  reference: 'https://nodejs.org/api/perf_hooks.html',
  origin: 'read',
  resource: 'clock',
  calls: [],
  harmless: ['*'],
  fresh: ['performance.now'],
});
