import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'plotly',
  language: 'python',
  reference: 'https://plotly.com/python-api-reference',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    Figure: [
      'Figure#*()', 'express.*()', 'figure_factory.*()', 'graph_objects.Figure()', 'graph_objs.Figure()', 'subplots.make_subplots()',
    ],
  },

  calls: [
    ['Figure#show',        'exec',      'this', { resource: 'process' }],
    ['Figure#write_html',  'write.set', 'arg 0:file'],
    ['Figure#write_image', 'write.set', 'arg 0:file'],
    ['Figure#write_json',  'write.set', 'arg 0:file'],
    ['io.read_json',       'read',      'arg 0:file'],
    ['io.write_html',      'write.set', 'arg 1:file'],
    ['io.write_image',     'write.set', 'arg 1:file'],
    ['io.write_json',      'write.set', 'arg 1:file'],
    ['offline.plot',       'write.set', 'arg :filename'],
  ],

  harmless: ['*', 'Figure#**'],
});
