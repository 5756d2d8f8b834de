import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'exceljs',
  language: 'typescript',
  reference: 'https://github.com/exceljs/exceljs',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['Workbook#csv.readFile',   'read',      'arg 0'],
    ['Workbook#csv.writeFile',  'write.set', 'arg 0'],
    ['Workbook#xlsx.readFile',  'read',      'arg 0'],
    ['Workbook#xlsx.writeFile', 'write.set', 'arg 0'],
  ],

  harmless: ['*', 'Workbook#**'],
});
