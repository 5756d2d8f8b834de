import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'concurrent.futures',
  language: 'python',
  reference: 'https://docs.python.org/3/library/concurrent.futures.html',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['*', 'Executor#*', 'Future#*', 'ProcessPoolExecutor#*', 'ThreadPoolExecutor#*'],
});
