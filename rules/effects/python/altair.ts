import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'altair',
  language: 'python',
  reference: 'https://altair-viz.github.io/user_guide/api.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { HConcatChart: 'Chart', LayerChart: 'Chart', VConcatChart: 'Chart' },
  instances: { Chart: ['Chart#*()', 'concat()', 'hconcat()', 'layer()', 'vconcat()'] },

  calls: [
    ['Chart#save', 'write.set', 'arg 0:fp'],
    ['Chart#show', 'exec',      'this', { resource: 'process' }],
  ],

  harmless: ['*', 'Chart#**'],
});
