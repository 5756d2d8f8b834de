import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'openpyxl',
  language: 'python',
  reference: 'https://openpyxl.readthedocs.io/en/stable/api/openpyxl.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { Workbook: ['load_workbook()'], Worksheet: ['Workbook#active', 'Workbook#copy_worksheet()', 'Workbook#create_sheet()'] },

  calls: [
    ['Workbook#save', 'write.set', 'arg 0:filename'],
    ['load_workbook', 'read',      'arg 0:filename'],
  ],

  harmless: ['*', 'Workbook#**', 'Worksheet#**'],
});
