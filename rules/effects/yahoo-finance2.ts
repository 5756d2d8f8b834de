import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'yahoo-finance2',
  language: 'typescript',
  reference: 'https://github.com/gadicc/yahoo-finance2',
  origin: 'read',
  resource: 'network',
  openWorld: true,
  default: 'YahooFinance',

  calls: [
    ['YahooFinance#*', 'read', 'arg 0'],
  ],

  harmless: [],
});
