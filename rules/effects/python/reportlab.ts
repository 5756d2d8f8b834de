import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'reportlab',
  language: 'python',
  reference: 'https://docs.reportlab.com',
  origin: 'read',
  resource: 'filesystem',
  extends: { SimpleDocTemplate: 'BaseDocTemplate' },

  calls: [
    ['BaseDocTemplate#build',      'write.set', 'this'],
    ['BaseDocTemplate#multiBuild', 'write.set', 'this'],
    ['Canvas#save',                'write.set', 'this'],
  ],

  harmless: ['*', 'BaseDocTemplate#*', 'Canvas#*'],
});
