import { defineEffects } from '../kit/index.js';

/**
 * What is posted is seen by everybody. A like is a record: each call adds one.
 */
export default defineEffects({
  library: '@atproto/api',
  language: 'typescript',
  reference: 'https://docs.bsky.app/docs/category/http-reference',
  origin: 'read',
  resource: 'chat',
  openWorld: true,
  instances: {
    Agent: ['Agent#clone()', 'Agent#withProxy()'],
  },
  extends: { AtpAgent: 'Agent', BskyAgent: 'AtpAgent' },

  calls: [
    ['Agent#add*',                          'write.set', 'arg 0'],
    ['Agent#app.bsky.*.get*',               'read',      'arg 0'],
    ['Agent#app.bsky.*.list*',              'read',      'arg 0'],
    ['Agent#app.bsky.*.search*',            'read',      'arg 0'],
    ['Agent#blockModList',                  'write.set', 'arg 0'],
    ['Agent#com.atproto.*.get*',            'read',      'arg 0'],
    ['Agent#com.atproto.*.list*',           'read',      'arg 0'],
    ['Agent#com.atproto.*.resolve*',        'read',      'arg 0'],
    ['Agent#com.atproto.repo.createRecord', 'external',  'arg 0'],
    ['Agent#com.atproto.repo.deleteRecord', 'destroy',   'arg 0'],
    ['Agent#com.atproto.repo.putRecord',    'write.set', 'arg 0'],
    ['Agent#com.atproto.repo.uploadBlob',   'write.add', 'arg 0'],
    ['Agent#countUnreadNotifications',      'read',      'arg 0'],
    ['Agent#createModerationReport',        'external',  'arg 0'],
    ['Agent#delete*',                       'destroy',   'arg 0'],
    ['Agent#deletePost',                    'destroy',   'arg 0'],
    ['Agent#follow',                        'write.add', 'arg 0'],
    ['Agent#get*',                          'read',      'arg 0'],
    ['Agent#hidePost',                      'write.set', 'arg 0'],
    ['Agent#like',                          'write.add', 'arg 0'],
    ['Agent#listNotifications',             'read',      'arg 0'],
    ['Agent#mute*',                         'write.set', 'arg 0'],
    ['Agent#overwriteSavedFeeds',           'write.set', 'arg 0'],
    ['Agent#post',                          'external',  'arg 0'],
    ['Agent#remove*',                       'destroy',   'arg 0'],
    ['Agent#repost',                        'external',  'arg 0'],
    ['Agent#resolveHandle',                 'read',      'arg 0'],
    ['Agent#search*',                       'read',      'arg 0'],
    ['Agent#set*',                          'write.set', 'arg 0'],
    ['Agent#unblockModList',                'write.set', 'arg 0'],
    ['Agent#unhidePost',                    'write.set', 'arg 0'],
    ['Agent#unmute*',                       'write.set', 'arg 0'],
    ['Agent#update*',                       'write.set', 'arg 0'],
    ['Agent#uploadBlob',                    'write.add', 'arg 0'],
    ['Agent#upsertProfile',                 'write.set', 'arg 0'],
    ['RichText#detectFacets',               'read',      'arg 0'],
  ],

  harmless: [
    'Agent#clearHeaders', 'Agent#clone', 'Agent#configure*', 'Agent#setHeader', 'Agent#unsetHeader', 'Agent#withProxy',
    'AtpAgent#login', 'AtpAgent#logout', 'AtpAgent#resumeSession', 'RichText#*',
  ],
});
