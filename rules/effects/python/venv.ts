import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'venv',
  language: 'python',
  reference: 'https://docs.python.org/3/library/venv.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['EnvBuilder#create', 'write.set', 'arg 0:env_dir'],
    ['create',            'write.set', 'arg 0:env_dir'],
  ],

  harmless: ['EnvBuilder#*'],
});
