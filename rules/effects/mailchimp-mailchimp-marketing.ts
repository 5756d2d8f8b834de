import { defineEffects } from '../kit/index.js';

/**
 * Its types know only a part of what there is, so most rows are verbs. Campaigns are scheduled, sent and sent as a test.
 */
export default defineEffects({
  library: '@mailchimp/mailchimp_marketing',
  language: 'typescript',
  reference: 'https://mailchimp.com/developer/marketing/api',
  origin: 'read',
  resource: 'mail',

  promises: ['*'],

  calls: [
    ['*.add*',                   'write.add', 'arg 0'],
    ['*.create*',                'write.add', 'arg 0'],
    ['*.delete*',                'destroy',   'arg 0'],
    ['*.get*',                   'read',      'arg 0'],
    ['*.list*',                  'read',      'arg 0'],
    ['*.update*',                'write.set', 'arg 0'],
    ['campaigns.s*',             'external',  'arg 0'],
    ['campaigns.setContent',     'write.set', 'arg 0'],
    ['customerJourneys.trigger', 'external',  'arg 0'],
    ['lists.batchListMembers',   'write.set', 'arg 0'],
    ['lists.deleteListMember',   'destroy',   'arg 0', { reversible: true }],
    ['lists.setListMember',      'write.set', 'arg 0'],
    ['searchMembers.search',     'read',      'arg 0'],
  ],

  harmless: ['ping.get', 'setConfig'],
});
