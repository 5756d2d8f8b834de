import { defineEffects } from '../../kit/index.js';

/** Loading settings is how a program starts: it reads what the operator wrote. */
export default defineEffects({
  library: 'dotenv',
  language: 'python',
  reference: 'https://github.com/theskumar/python-dotenv',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['set_key',   'write.set', 'arg 0:dotenv_path'],
    ['unset_key', 'destroy',   'arg 0:dotenv_path'],
  ],

  harmless: ['dotenv_values', 'find_dotenv', 'get_cli_string', 'get_key', 'load_dotenv', 'load_ipython_extension', 'main.DotEnv#*'],
});
