import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.cloud.logging',
  language: 'python',
  reference: 'https://cloud.google.com/python/docs/reference/logging/latest',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  modules: ['google.cloud.logging_v2'],
  instances: {
    Logger: ['Client#logger()'],
  },

  calls: [
    ['Client#list_entries', 'read',    'arg :resource_names'],
    ['Client#list_metrics', 'read',    'arg :max_results'],
    ['Client#list_sinks',   'read',    'arg :parent'],
    ['Logger#delete',       'destroy', 'arg 0:logger_name'],
    ['Logger#list_entries', 'read',    'arg :resource_names'],
  ],

  harmless: [
    'Client#close', 'Client#get_default_handler', 'Client#logger', 'Client#setup_logging', 'Logger#batch', 'Logger#log',
    'Logger#log_struct', 'Logger#log_text',
  ],
});
