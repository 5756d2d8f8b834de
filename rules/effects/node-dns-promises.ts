import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:dns/promises',
  language: 'typescript',
  reference: 'https://nodejs.org/api/dns.html#dns-promises-api',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Resolver#resolve',  'read', 'arg 0'],
    ['Resolver#resolve4', 'read', 'arg 0'],
    ['Resolver#resolve6', 'read', 'arg 0'],
    ['Resolver#reverse',  'read', 'arg 0'],
    ['lookup',            'read', 'arg 0'],
    ['lookupService',     'read', 'arg 0'],
    ['resolve',           'read', 'arg 0'],
    ['resolve4',          'read', 'arg 0'],
    ['resolve6',          'read', 'arg 0'],
    ['resolveAny',        'read', 'arg 0'],
    ['resolveCaa',        'read', 'arg 0'],
    ['resolveCname',      'read', 'arg 0'],
    ['resolveMx',         'read', 'arg 0'],
    ['resolveNs',         'read', 'arg 0'],
    ['resolvePtr',        'read', 'arg 0'],
    ['resolveSoa',        'read', 'arg 0'],
    ['resolveSrv',        'read', 'arg 0'],
    ['resolveTxt',        'read', 'arg 0'],
    ['reverse',           'read', 'arg 0'],
  ],

  harmless: ['Resolver#*', 'getDefaultResultOrder', 'getServers', 'setDefaultResultOrder', 'setServers'],
});
