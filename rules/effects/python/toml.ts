import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'toml',
  language: 'python',
  reference: 'https://github.com/uiri/toml',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['load', 'read', 'arg 0:f'],
  ],

  harmless: ['TomlDecoder#*', 'TomlEncoder#*', 'dump', 'dumps', 'loads'],
});
