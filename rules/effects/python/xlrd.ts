import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'xlrd',
  language: 'python',
  reference: 'https://xlrd.readthedocs.io/en/latest/api.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['open_workbook', 'read', 'arg 0:filename'],
  ],

  harmless: ['*', 'Book#**'],
});
