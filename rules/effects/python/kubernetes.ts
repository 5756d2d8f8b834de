import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'kubernetes',
  language: 'python',
  reference: 'https://github.com/kubernetes-client/python/blob/master/kubernetes/README.md',
  origin: 'generated-then-read',
  resource: 'cloud',
  openWorld: true,
  modules: ['kubernetes_asyncio'],

  calls: [
    ['*Api#connect_*',                      'external',  'args'],
    ['*Api#connect_*_pod_exec',             'exec',      'arg :command'],
    ['*Api#create_*',                       'read',      'args',            { if: 'arg :dry_run present' }],
    ['*Api#create_*',                       'write.add', 'args',            { exclusive: true }],
    ['*Api#create_namespaced_pod_eviction', 'destroy',   'args'],
    ['*Api#delete_*',                       'read',      'args',            { if: 'arg :dry_run present' }],
    ['*Api#delete_*',                       'destroy',   'args'],
    ['*Api#delete_collection_*',            'destroy',   'args',            { bound: 'arg :label_selector' }],
    ['*Api#get_*',                          'read',      'args'],
    ['*Api#list_*',                         'read',      'args'],
    ['*Api#patch_*',                        'read',      'args',            { if: 'arg :dry_run present' }],
    ['*Api#patch_*',                        'write.set', 'args'],
    ['*Api#read_*',                         'read',      'args'],
    ['*Api#replace_*',                      'read',      'args',            { if: 'arg :dry_run present' }],
    ['*Api#replace_*',                      'write.set', 'args'],
    ['Watch#stream',                        'read',      'args'],
    ['stream.stream',                       'exec',      'arg :command'],
    ['utils.create_from_dict',              'write.add', 'arg 1:data',      { exclusive: true }],
    ['utils.create_from_yaml',              'write.add', 'arg 1:yaml_file', { exclusive: true }],
  ],

  harmless: ['*Api#api_client.*', 'ApiClient#*', 'Configuration#*', 'V1*#*', 'Watch#stop', 'config.*'],
});
