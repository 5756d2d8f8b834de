import { defineEffects } from '../kit/index.js';

/**
 * A point of the same time and tags takes the place of the old one, so writing is no more than setting.
 */
export default defineEffects({
  library: '@influxdata/influxdb-client',
  language: 'typescript',
  reference: 'https://influxdata.github.io/influxdb-client-js/',
  origin: 'read',
  resource: 'database',
  instances: {
    QueryApi: ['InfluxDB#getQueryApi()', 'QueryApi#with()'],
    WriteApi: ['InfluxDB#getWriteApi()'],
  },

  calls: [
    ['QueryApi#collect*', 'exec',      'arg 0'],
    ['QueryApi#iterate*', 'exec',      'arg 0'],
    ['QueryApi#lines',    'exec',      'arg 0'],
    ['QueryApi#query*',   'exec',      'arg 0'],
    ['QueryApi#rows',     'exec',      'arg 0'],
    ['WriteApi#write*',   'write.set', 'arg 0'],
  ],

  harmless: [
    'InfluxDB#getQueryApi', 'InfluxDB#getWriteApi', 'Point#*', 'QueryApi#with', 'WriteApi#close', 'WriteApi#flush',
    'WriteApi#useDefaultTags', 'flux', 'fluxDuration', 'fluxString',
  ],
});
