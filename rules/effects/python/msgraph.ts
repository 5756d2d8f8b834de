import { defineEffects } from '../../kit/index.js';

/**
 * Every address of Microsoft Graph is a chain of names, with `by_…_id` for a thing of a list, that ends in the method of the request.
 */
export default defineEffects({
  library: 'msgraph',
  language: 'python',
  reference: 'https://learn.microsoft.com/graph/sdks/sdks-overview',
  origin: 'read',
  resource: 'other',
  openWorld: true,

  calls: [
    ['GraphServiceClient#**.by_*().delete',                 'destroy',   'args'],
    ['GraphServiceClient#**.by_channel_id().messages.post', 'external',  'args', { resource: 'chat' }],
    ['GraphServiceClient#**.by_chat_id().messages.post',    'external',  'args', { resource: 'chat' }],
    ['GraphServiceClient#**.delete',                        'destroy',   'args'],
    ['GraphServiceClient#**.forward.post',                  'external',  'args', { resource: 'mail' }],
    ['GraphServiceClient#**.get',                           'read',      'args'],
    ['GraphServiceClient#**.patch',                         'write.set', 'args'],
    ['GraphServiceClient#**.post',                          'write.add', 'args'],
    ['GraphServiceClient#**.put',                           'write.set', 'args'],
    ['GraphServiceClient#**.replies.post',                  'external',  'args', { resource: 'chat' }],
    ['GraphServiceClient#**.reply.post',                    'external',  'args', { resource: 'mail' }],
    ['GraphServiceClient#**.reply_all.post',                'external',  'args', { resource: 'mail' }],
    ['GraphServiceClient#**.send.post',                     'external',  'args', { resource: 'mail' }],
    ['GraphServiceClient#**.send_mail.post',                'external',  'args', { resource: 'mail' }],
    ['GraphServiceClient#search.query.post',                'read',      'args'],
  ],

  harmless: ['GraphServiceClient#**.by_*'],
});
