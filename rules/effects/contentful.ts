import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'contentful',
  language: 'typescript',
  reference: 'https://contentful.github.io/contentful.js/',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: { ContentfulClientApi: ['ContentfulClientApi#with*', 'createClient()'] },

  calls: [
    ['ContentfulClientApi#createAssetKey', 'write.add', 'arg 0'],
    ['ContentfulClientApi#get*',           'read',      'arg 0'],
    ['ContentfulClientApi#sync',           'read',      'arg 0'],
  ],

  harmless: ['ContentfulClientApi#parseEntries', 'createClient', 'createGlobalOptions'],
});
