import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'watchdog',
  language: 'python',
  reference: 'https://python-watchdog.readthedocs.io/en/stable/',
  origin: 'read',
  resource: 'filesystem',
  instances: { 'observers.api.BaseObserver': ['observers.Observer()', 'observers.polling.PollingObserver()'] },

  calls: [
    ['observers.api.BaseObserver#schedule', 'read', 'arg 1:path'],
  ],

  harmless: [
    'events.*', 'events.FileSystemEventHandler#*', 'events.PatternMatchingEventHandler#*', 'observers.Observer',
    'observers.api.BaseObserver#*', 'observers.polling.PollingObserver', 'utils.*',
  ],
});
