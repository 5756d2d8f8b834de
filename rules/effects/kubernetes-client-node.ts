import { defineEffects } from '../kit/index.js';

/**
 * The verbs are those of the cluster: each kind of object has a method for each. Calls ask for nothing but a dry run when they are told to.
 */
export default defineEffects({
  library: '@kubernetes/client-node',
  language: 'typescript',
  reference: 'https://kubernetes-client.github.io/javascript',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: {
    Api: [
      'KubeConfig#makeApiClient()', 'AdmissionregistrationApi', 'AdmissionregistrationV1Api', 'AdmissionregistrationV1alpha1Api',
      'AdmissionregistrationV1beta1Api', 'ApiextensionsApi', 'ApiextensionsV1Api', 'ApiregistrationApi', 'ApiregistrationV1Api', 'ApisApi',
      'AppsApi', 'AppsV1Api', 'AuthenticationApi', 'AuthenticationV1Api', 'AuthorizationApi', 'AuthorizationV1Api', 'AutoscalingApi',
      'AutoscalingV1Api', 'AutoscalingV2Api', 'BatchApi', 'BatchV1Api', 'CertificatesApi', 'CertificatesV1Api', 'CertificatesV1alpha1Api',
      'CertificatesV1beta1Api', 'CoordinationApi', 'CoordinationV1Api', 'CoordinationV1alpha2Api', 'CoordinationV1beta1Api', 'CoreApi',
      'CoreV1Api', 'CustomObjectsApi', 'DiscoveryApi', 'DiscoveryV1Api', 'EventsApi', 'EventsV1Api', 'FlowcontrolApiserverApi',
      'FlowcontrolApiserverV1Api', 'InternalApiserverApi', 'InternalApiserverV1alpha1Api', 'LogsApi', 'NetworkingApi', 'NetworkingV1Api',
      'NetworkingV1beta1Api', 'NodeApi', 'NodeV1Api', 'OpenidApi', 'PolicyApi', 'PolicyV1Api', 'RbacAuthorizationApi',
      'RbacAuthorizationV1Api', 'ResourceApi', 'ResourceV1Api', 'ResourceV1alpha3Api', 'ResourceV1beta1Api', 'ResourceV1beta2Api',
      'SchedulingApi', 'SchedulingV1Api', 'SchedulingV1alpha2Api', 'StorageApi', 'StorageV1Api', 'StorageV1beta1Api', 'StoragemigrationApi',
      'StoragemigrationV1beta1Api', 'VersionApi', 'WellKnownApi',
    ],
    KubernetesObjectApi: ['KubernetesObjectApi.makeApiClient()'],
  },

  promises: ['*'],

  calls: [
    ['Api#connect*',                    'external',  'arg 0'],
    ['Api#create*',                     'read',      'arg 0', { if: 'arg 0.dryRun present' }],
    ['Api#create*',                     'write.add', 'arg 0', { exclusive: true }],
    ['Api#createNamespacedPodEviction', 'destroy',   'arg 0'],
    ['Api#delete*',                     'read',      'arg 0', { if: 'arg 0.dryRun present' }],
    ['Api#delete*',                     'destroy',   'arg 0'],
    ['Api#deleteCollection*',           'destroy',   'arg 0', { bound: 'arg 0.labelSelector' }],
    ['Api#get*',                        'read',      'arg 0'],
    ['Api#list*',                       'read',      'arg 0'],
    ['Api#patch*',                      'write.set', 'arg 0'],
    ['Api#read*',                       'read',      'arg 0'],
    ['Api#replace*',                    'write.set', 'arg 0'],
    ['Attach#attach',                   'exec',      'arg 2'],
    ['Cp#cpFromPod',                    'write.set', 'arg 4', { resource: 'filesystem' }],
    ['Cp#cpToPod',                      'write.set', 'arg 4'],
    ['Exec#exec',                       'exec',      'arg 3'],
    ['KubernetesObjectApi#create',      'write.add', 'arg 0', { exclusive: true }],
    ['KubernetesObjectApi#delete',      'destroy',   'arg 0'],
    ['KubernetesObjectApi#list',        'read',      'arg 0'],
    ['KubernetesObjectApi#patch',       'write.set', 'arg 0'],
    ['KubernetesObjectApi#read',        'read',      'arg 0'],
    ['KubernetesObjectApi#replace',     'write.set', 'arg 0'],
    ['Log#log',                         'read',      'arg 1'],
    ['Metrics#getNodeMetrics',          'read',      'this'],
    ['Metrics#getPodMetrics',           'read',      'arg 0'],
    ['Watch#watch',                     'read',      'arg 0'],
    ['topNodes',                        'read',      'arg 0'],
    ['topPods',                         'read',      'arg 0'],
  ],

  harmless: ['KubeConfig#*', 'KubernetesObjectApi.*', 'PortForward#*', 'add*', 'make*'],
});
