import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'faiss',
  language: 'python',
  reference: 'https://github.com/facebookresearch/faiss/wiki',
  origin: 'read',
  resource: 'filesystem',
  extends: {
    IndexFlatIP: 'Index',
    IndexFlatL2: 'Index',
    IndexHNSWFlat: 'Index',
    IndexIDMap: 'Index',
    IndexIDMap2: 'Index',
    IndexIVFFlat: 'Index',
    IndexIVFPQ: 'Index',
  },
  instances: { Index: ['index_factory()', 'read_index()'] },

  calls: [
    ['Index#add',          'write.add', 'arg 0:x', { resource: 'memory' }],
    ['Index#add_with_ids', 'write.add', 'arg 0:x', { resource: 'memory' }],
    ['Index#range_search', 'read',      'arg 0:x', { resource: 'memory' }],
    ['Index#remove_ids',   'destroy',   'arg 0:x', { resource: 'memory' }],
    ['Index#reset',        'destroy',   'this',    { resource: 'memory', unbounded: true }],
    ['Index#search',       'read',      'arg 0:x', { resource: 'memory' }],
    ['read_index',         'read',      'arg 0:fname'],
    ['write_index',        'write.set', 'arg 1:fname'],
  ],

  harmless: ['*', 'Index#*'],
});
