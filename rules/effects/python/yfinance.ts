import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'yfinance',
  language: 'python',
  reference: 'https://ranaroussi.github.io/yfinance',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Search#search',       'read', 'this'],
    ['Ticker#get_*',        'read', 'args'],
    ['Ticker#history',      'read', 'args'],
    ['Ticker#option_chain', 'read', 'arg 0:date'],
    ['Tickers#download',    'read', 'arg 0:period'],
    ['Tickers#history',     'read', 'arg 0:period'],
    ['Tickers#news',        'read', 'this'],
    ['download',            'read', 'arg 0:tickers'],
  ],

  harmless: ['enable_debug_mode', 'set_tz_cache_location'],
});
