import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'convex/browser',
  language: 'typescript',
  reference: 'https://docs.convex.dev/api/modules/browser',
  origin: 'read',
  resource: 'database',
  openWorld: true,

  promises: ['*'],

  calls: [
    ['ConvexClient#onUpdate',            'read', 'arg 0'],
    ['ConvexClient#query',               'read', 'arg 0'],
    ['ConvexHttpClient#consistentQuery', 'read', 'arg 0'],
    ['ConvexHttpClient#query',           'read', 'arg 0'],
  ],

  harmless: [
    'ConvexClient#close', 'ConvexClient#connectionState', 'ConvexClient#getAuth', 'ConvexClient#setAuth',
    'ConvexClient#subscribeToConnectionState', 'ConvexHttpClient#backendUrl', 'ConvexHttpClient#clearAuth', 'ConvexHttpClient#setAuth',
  ],
});
