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
    ['Watch#stream',                               'read',      'args'],
    ['client.*Api#connect_*',                      'external',  'args'],
    ['client.*Api#connect_*_pod_exec',             'exec',      'arg :command'],
    ['client.*Api#create_*',                       'read',      'args',            { if: 'arg :dry_run present' }],
    ['client.*Api#create_*',                       'write.add', 'args',            { exclusive: true }],
    ['client.*Api#create_namespaced_pod_eviction', 'destroy',   'args'],
    ['client.*Api#delete_*',                       'read',      'args',            { if: 'arg :dry_run present' }],
    ['client.*Api#delete_*',                       'destroy',   'args'],
    ['client.*Api#delete_collection_*',            'destroy',   'args',            { bound: 'arg :label_selector' }],
    ['client.*Api#get_*',                          'read',      'args'],
    ['client.*Api#list_*',                         'read',      'args'],
    ['client.*Api#patch_*',                        'read',      'args',            { if: 'arg :dry_run present' }],
    ['client.*Api#patch_*',                        'write.set', 'args'],
    ['client.*Api#read_*',                         'read',      'args'],
    ['client.*Api#replace_*',                      'read',      'args',            { if: 'arg :dry_run present' }],
    ['client.*Api#replace_*',                      'write.set', 'args'],
    ['stream.stream',                              'exec',      'arg :command'],
    ['utils.create_from_dict',                     'write.add', 'arg 1:data',      { exclusive: true }],
    ['utils.create_from_yaml',                     'write.add', 'arg 1:yaml_file', { exclusive: true }],
  ],

  harmless: ['ApiClient#*', 'Configuration#*', 'V1*#*', 'Watch#stop', 'client.*Api#api_client.*', 'config.*'],
});
