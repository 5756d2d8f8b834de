import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'instaloader',
  language: 'python',
  reference: 'https://instaloader.github.io',
  origin: 'read',
  resource: 'network',
  openWorld: true,
  instances: {
    Post: ['Post.from_mediaid()', 'Post.from_shortcode()', 'Profile#get_posts().0'],
    Profile: ['Profile.from_id()', 'Profile.from_username()'],
  },

  calls: [
    ['Instaloader#check_profile_id',    'read',      'arg 0:profile_name'],
    ['Instaloader#download_hashtag',    'write.set', 'arg 0:hashtag',      { resource: 'filesystem' }],
    ['Instaloader#download_highlights', 'write.set', 'arg 0:user',         { resource: 'filesystem' }],
    ['Instaloader#download_pic',        'write.set', 'arg 0:filename',     { resource: 'filesystem' }],
    ['Instaloader#download_post',       'write.set', 'arg 0:post',         { resource: 'filesystem' }],
    ['Instaloader#download_profile',    'write.set', 'arg 0:profile_name', { resource: 'filesystem' }],
    ['Instaloader#download_profilepic', 'write.set', 'arg 0:profile',      { resource: 'filesystem' }],
    ['Instaloader#download_profiles',   'write.set', 'arg 0:profiles',     { resource: 'filesystem' }],
    ['Instaloader#download_stories',    'write.set', 'arg 0:userids',      { resource: 'filesystem' }],
    ['Instaloader#test_login',          'read',      'this'],
    ['Post#get_comments',               'read',      'this'],
    ['Post#get_likes',                  'read',      'this'],
    ['Post#get_sidecar_nodes',          'read',      'arg 0:start'],
    ['Post.from_mediaid',               'read',      'arg 0:context'],
    ['Post.from_shortcode',             'read',      'arg 0:context'],
    ['Profile#get_followees',           'read',      'this'],
    ['Profile#get_followers',           'read',      'this'],
    ['Profile#get_igtv_posts',          'read',      'this'],
    ['Profile#get_posts',               'read',      'this'],
    ['Profile#get_profile_pic_url',     'read',      'this'],
    ['Profile#get_saved_posts',         'read',      'this'],
    ['Profile#get_tagged_posts',        'read',      'this'],
    ['Profile.from_id',                 'read',      'arg 0:context'],
    ['Profile.from_username',           'read',      'arg 0:context'],
  ],

  harmless: ['Instaloader#close', 'Instaloader#load_session_from_file', 'Instaloader#login', 'Instaloader#two_factor_login'],
});
