import { defineEffects } from '../kit/index.js';

/**
 * A query is read when it is got. `FieldValue.increment` makes a change that rests on what is there.
 */
export default defineEffects({
  library: '@google-cloud/firestore',
  language: 'typescript',
  reference: 'https://cloud.google.com/nodejs/docs/reference/firestore/latest',
  origin: 'read',
  resource: 'database',
  instances: {
    BulkWriter: ['Firestore#bulkWriter()'],
    CollectionReference: [
      'Firestore#collection()', 'DocumentReference#collection()', 'CollectionReference#withConverter()', 'DocumentReference#parent',
    ],
    DocumentReference: [
      'CollectionReference#doc()', 'Firestore#doc()', 'DocumentReference#withConverter()', 'CollectionReference#parent',
      'QueryDocumentSnapshot#ref', 'DocumentSnapshot#ref',
    ],
    DocumentSnapshot: ['DocumentReference#get()'],
    Query: [
      'Firestore#collectionGroup()', 'CollectionGroup', 'AggregateQuery', 'CollectionReference#where()', 'CollectionReference#orderBy()',
      'CollectionReference#limit()', 'CollectionReference#limitToLast()', 'CollectionReference#offset()', 'CollectionReference#select()',
      'CollectionReference#start*()', 'CollectionReference#end*()', 'CollectionReference#count()', 'CollectionReference#aggregate()',
      'CollectionReference#findNearest()', 'Query#where()', 'Query#orderBy()', 'Query#limit*()', 'Query#offset()', 'Query#select()',
      'Query#start*()', 'Query#end*()', 'Query#count()', 'Query#aggregate()', 'Query#findNearest()', 'Query#withConverter()',
    ],
    QueryDocumentSnapshot: [
      'QuerySnapshot#docs.0', 'QuerySnapshot#docs.filter(0)', 'QuerySnapshot#docs.forEach(0)', 'QuerySnapshot#docs.map(0)',
      'QuerySnapshot#forEach(0)',
    ],
    QuerySnapshot: ['CollectionReference#get()', 'Query#get()'],
    Transaction: ['Firestore#runTransaction(0)'],
    WriteBatch: ['Firestore#batch()', 'WriteBatch#*()'],
    increment: ['FieldValue.increment()'],
  },

  promises: ['CollectionReference#add', 'DocumentReference#*', 'Firestore#recursiveDelete'],

  calls: [
    ['BulkWriter#create',                 'write.add', 'arg 0', { exclusive: true }],
    ['BulkWriter#delete',                 'destroy',   'arg 0'],
    ['BulkWriter#set',                    'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['BulkWriter#update',                 'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['CollectionReference#add',           'write.add', 'arg 0'],
    ['CollectionReference#explain',       'read',      'this'],
    ['CollectionReference#explainStream', 'read',      'this'],
    ['CollectionReference#get',           'read',      'this'],
    ['CollectionReference#listDocuments', 'read',      'this'],
    ['CollectionReference#stream',        'read',      'this'],
    ['DocumentReference#create',          'write.add', 'arg 0', { exclusive: true }],
    ['DocumentReference#delete',          'destroy',   'this'],
    ['DocumentReference#get',             'read',      'this'],
    ['DocumentReference#listCollections', 'read',      'this'],
    ['DocumentReference#set',             'write.set', 'arg 0', { relativeIn: 'arg 0' }],
    ['DocumentReference#update',          'write.set', 'arg 0', { relativeIn: 'arg 0' }],
    ['Firestore#getAll',                  'read',      'arg 0'],
    ['Firestore#listCollections',         'read',      'this'],
    ['Firestore#recursiveDelete',         'destroy',   'arg 0'],
    ['Query#explain',                     'read',      'this'],
    ['Query#explainStream',               'read',      'this'],
    ['Query#get',                         'read',      'this'],
    ['Query#stream',                      'read',      'this'],
    ['Transaction#create',                'write.add', 'arg 0', { exclusive: true }],
    ['Transaction#delete',                'destroy',   'arg 0'],
    ['Transaction#get',                   'read',      'arg 0'],
    ['Transaction#getAll',                'read',      'arg 0'],
    ['Transaction#set',                   'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['Transaction#update',                'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['WriteBatch#create',                 'write.add', 'arg 0', { exclusive: true }],
    ['WriteBatch#delete',                 'destroy',   'arg 0'],
    ['WriteBatch#set',                    'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['WriteBatch#update',                 'write.set', 'arg 0', { relativeIn: 'arg 1' }],
  ],

  harmless: [
    'BulkWriter#*', 'BundleBuilder#*', 'CollectionReference#*', 'DocumentReference#*', 'DocumentSnapshot#**', 'FieldPath.*', 'FieldValue.*',
    'Filter.*', 'Firestore#*', 'Query#*', 'QueryDocumentSnapshot#**', 'QuerySnapshot#**', 'Timestamp.*', 'WriteBatch#*', 'setLogFunction',
  ],
});
