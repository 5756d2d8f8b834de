import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'mailchimp_marketing',
  language: 'python',
  reference: 'https://mailchimp.com/developer/marketing/api',
  origin: 'read',
  resource: 'mail',

  calls: [
    ['Client#*.add*',                        'write.add', 'args'],
    ['Client#*.archive*',                    'write.set', 'args'],
    ['Client#*.create*',                     'write.add', 'args'],
    ['Client#*.delete*',                     'destroy',   'args'],
    ['Client#*.get*',                        'read',      'args'],
    ['Client#*.list*',                       'read',      'args'],
    ['Client#*.pause*',                      'write.set', 'args'],
    ['Client#*.remove*',                     'destroy',   'args'],
    ['Client#*.replicate',                   'write.add', 'args'],
    ['Client#*.search*',                     'read',      'args'],
    ['Client#*.set_*',                       'write.set', 'args'],
    ['Client#*.unschedule',                  'write.set', 'args'],
    ['Client#*.update*',                     'write.set', 'args'],
    ['Client#automations.start_all_emails',  'external',  'arg 0:workflow_id'],
    ['Client#campaigns.cancel_send',         'destroy',   'arg 0:campaign_id'],
    ['Client#campaigns.create_resend',       'external',  'arg 0:campaign_id'],
    ['Client#campaigns.resume',              'external',  'arg 0:campaign_id'],
    ['Client#campaigns.schedule',            'external',  'arg 0:campaign_id'],
    ['Client#campaigns.send',                'external',  'arg 0:campaign_id'],
    ['Client#campaigns.send_test_email',     'external',  'arg 0:campaign_id'],
    ['Client#customerJourneys.trigger',      'external',  'arg 0:journey_id'],
    ['Client#lists.batch_list_members',      'write.set', 'arg 0:list_id'],
    ['Client#lists.set_list_member',         'write.set', 'arg 2:body'],
    ['Client#lists.update_list_member_tags', 'write.set', 'arg 0:list_id'],
  ],

  harmless: ['Client#ping.get', 'Client#set_config'],
});
