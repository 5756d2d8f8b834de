import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'google-auth-library',
  language: 'typescript',
  reference: 'https://cloud.google.com/nodejs/docs/reference/google-auth-library/latest',
  origin: 'read',
  resource: 'network',
  instances: {
    AuthClient: ['GoogleAuth#getClient()', 'GoogleAuth#getIdTokenClient()', 'GoogleAuth#getApplicationDefault()', 'GoogleAuth#fromJSON()'],
  },
  extends: {
    BaseExternalAccountClient: 'AuthClient',
    Compute: 'AuthClient',
    IdTokenClient: 'AuthClient',
    Impersonated: 'AuthClient',
    JWT: 'AuthClient',
    OAuth2Client: 'AuthClient',
    UserRefreshClient: 'AuthClient',
  },

  calls: [
    ['AuthClient#fetch',               'http',    'arg 0',     { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body', if: 'arg 1.method present' }],
    ['AuthClient#fetch',               'http',    'arg 0',     { method: 'GET' }],
    ['AuthClient#request',             'http',    'arg 0.url', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.data', if: 'arg 0.method present' }],
    ['AuthClient#request',             'http',    'arg 0.url', { method: 'GET' }],
    ['GoogleAuth#request',             'http',    'arg 0.url', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.data', if: 'arg 0.method present' }],
    ['GoogleAuth#request',             'http',    'arg 0.url', { method: 'GET' }],
    ['OAuth2Client#revokeCredentials', 'destroy', 'this'],
    ['OAuth2Client#revokeToken',       'destroy', 'arg 0'],
  ],

  harmless: ['*'],
});
