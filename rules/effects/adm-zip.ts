import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'adm-zip',
  language: 'typescript',
  reference: 'https://github.com/cthackers/adm-zip',
  origin: 'read',
  resource: 'filesystem',
  default: 'AdmZip',

  calls: [
    ['AdmZip#addLocalFile',          'read',      'arg 0'],
    ['AdmZip#addLocalFileAsync',     'read',      'arg 0'],
    ['AdmZip#addLocalFolder',        'read',      'arg 0'],
    ['AdmZip#addLocalFolderAsync',   'read',      'arg 0'],
    ['AdmZip#addLocalFolderPromise', 'read',      'arg 0'],
    ['AdmZip#extractAllTo',          'write.set', 'arg 0'],
    ['AdmZip#extractAllToAsync',     'write.set', 'arg 0'],
    ['AdmZip#extractEntryTo',        'write.set', 'arg 1'],
    ['AdmZip#writeZip',              'write.set', 'arg 0'],
    ['AdmZip#writeZipPromise',       'write.set', 'arg 0'],
  ],

  harmless: ['AdmZip#*'],
});
