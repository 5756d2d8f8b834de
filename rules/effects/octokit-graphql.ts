import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@octokit/graphql',
  language: 'typescript',
  reference: 'https://github.com/octokit/graphql.js',
  origin: 'read',
  resource: 'code-host',
  instances: { graphql: ['graphql#defaults()', 'graphql.defaults()', 'withCustomRequest()'] },

  promises: ['*'],

  calls: [
    ['graphql',  'graphql', 'arg 0'],
    ['graphql#', 'graphql', 'arg 0'],
  ],

  harmless: ['graphql#defaults', 'graphql.defaults', 'graphql.endpoint', 'withCustomRequest'],
});
