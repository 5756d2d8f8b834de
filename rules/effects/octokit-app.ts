import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@octokit/app',
  language: 'typescript',
  reference: 'https://github.com/octokit/app.js',
  origin: 'read',
  resource: 'code-host',
  instances: { '@octokit/rest: Octokit': ['App#getInstallationOctokit()', 'App#octokit'] },

  promises: ['*'],

  calls: [
    ['App#eachInstallation',          'read',    'arg 0'],
    ['App#eachRepository',            'read',    'arg 0'],
    ['App#getInstallationUrl',        'read',    'this'],
    ['App#oauth.checkToken',          'read',    'arg 0'],
    ['App#oauth.deleteAuthorization', 'destroy', 'arg 0'],
    ['App#oauth.deleteToken',         'destroy', 'arg 0'],
    ['App#oauth.resetToken',          'destroy', 'arg 0'],
  ],

  harmless: [
    'App#getInstallationOctokit', 'App#log.*', 'App#oauth.createToken', 'App#oauth.getUserOctokit', 'App#oauth.getWebFlowAuthorizationUrl',
    'App#oauth.on', 'App#oauth.refreshToken', 'App#oauth.scopeToken', 'App#webhooks.on', 'App#webhooks.onAny', 'App#webhooks.onError',
    'App#webhooks.removeListener', 'App#webhooks.sign', 'App#webhooks.verify', 'createNodeMiddleware',
  ],
});
