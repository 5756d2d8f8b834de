import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'graphiti_core',
  language: 'python',
  reference: 'https://help.getzep.com/graphiti',
  origin: 'read',
  resource: 'database',

  calls: [
    ['Graphiti#add_episode',                    'write.add', 'arg 1:episode_body'],
    ['Graphiti#add_episode_bulk',               'write.add', 'arg 0:bulk_episodes'],
    ['Graphiti#add_triplet',                    'write.add', 'arg 1:edge'],
    ['Graphiti#build_communities',              'write.set', 'arg 0:group_ids'],
    ['Graphiti#build_indices_and_constraints',  'destroy',   'arg 0:delete_existing', { if: 'arg 0:delete_existing = true' }],
    ['Graphiti#build_indices_and_constraints',  'write.set', 'this',                  { ensures: true }],
    ['Graphiti#get_nodes_and_edges_by_episode', 'read',      'arg 0:episode_uuids'],
    ['Graphiti#remove_episode',                 'destroy',   'arg 0:episode_uuid'],
    ['Graphiti#retrieve_episodes',              'read',      'arg 0:reference_time'],
    ['Graphiti#search',                         'read',      'arg 0:query'],
    ['Graphiti#search_',                        'read',      'arg 0:query'],
  ],

  harmless: ['*', 'Graphiti#close', 'Graphiti#token_tracker'],
});
