import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'seaborn',
  language: 'python',
  reference: 'https://seaborn.pydata.org/api.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { FacetGrid: 'Grid', JointGrid: 'Grid', PairGrid: 'Grid' },
  instances: { Grid: ['Grid#*()', 'catplot()', 'clustermap()', 'displot()', 'jointplot()', 'lmplot()', 'pairplot()', 'relplot()'] },

  calls: [
    ['Grid#savefig', 'write.set', 'arg 0:fname'],
    ['load_dataset', 'read',      'arg 0:name', { resource: 'network' }],
  ],

  harmless: ['*', 'Grid#*'],
});
