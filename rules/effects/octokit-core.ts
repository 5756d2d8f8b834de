import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@octokit/core',
  language: 'typescript',
  reference: 'https://github.com/octokit/core.js',
  origin: 'read',
  resource: 'code-host',
  instances: { '@octokit/rest: Octokit': ['new Octokit'] },
  yields: { Octokit: ['Octokit.defaults()', 'Octokit.plugin()'] },

  promises: ['*'],

  calls: [
    ['Octokit#graphql', 'graphql', 'arg 0'],
    ['Octokit#request', 'http',    'arg 0', { headers: 'arg 1.headers' }],
  ],

  harmless: [
    'Octokit#auth', 'Octokit#hook', 'Octokit#hook.after', 'Octokit#hook.before', 'Octokit#hook.error', 'Octokit#hook.wrap', 'Octokit#log.*',
    'Octokit.defaults', 'Octokit.plugin',
  ],
});
