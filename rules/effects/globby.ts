import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'globby',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/globby',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['globby',           'read', 'arg 0'],
    ['globbyStream',     'read', 'arg 0'],
    ['globbySync',       'read', 'arg 0'],
    ['isGitIgnored',     'read', 'arg 0'],
    ['isGitIgnoredSync', 'read', 'arg 0'],
  ],

  harmless: ['convertPathToPattern', 'generateGlobTasks', 'generateGlobTasksSync', 'isDynamicPattern'],
});
