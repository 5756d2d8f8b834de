import { defineEffects } from '../../kit/index.js';

/** The file is written when the workbook is closed, at the place that its constructor is given. */
export default defineEffects({
  library: 'xlsxwriter',
  language: 'python',
  reference: 'https://xlsxwriter.readthedocs.io/workbook.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { Worksheet: ['Workbook#add_worksheet()'] },

  calls: [
    ['Workbook', 'write.set', 'arg 0:filename'],
  ],

  harmless: ['*', 'Workbook#**', 'Worksheet#**'],
});
