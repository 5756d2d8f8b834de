import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'time',
  language: 'python',
  reference: 'https://docs.python.org/3/library/time.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: [
    'clock_gettime', 'clock_gettime_ns', 'monotonic', 'monotonic_ns', 'perf_counter', 'perf_counter_ns', 'process_time',
    'process_time_ns', 'thread_time', 'thread_time_ns', 'time', 'time_ns',
  ],
});
