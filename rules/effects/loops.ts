import { defineEffects } from '../kit/index.js';

/**
 * An event may start a workflow that writes to people.
 */
export default defineEffects({
  library: 'loops',
  language: 'typescript',
  reference: 'https://loops.so/docs/sdks/javascript',
  origin: 'read',
  resource: 'mail',

  calls: [
    ['LoopsClient#add*',                          'write.add', 'arg 0'],
    ['LoopsClient#changeWorkflowMailingList',     'write.set', 'arg 0'],
    ['LoopsClient#check*',                        'read',      'arg 0'],
    ['LoopsClient#completeUpload',                'write.set', 'arg 0'],
    ['LoopsClient#create*',                       'write.add', 'arg 0'],
    ['LoopsClient#createContact',                 'write.add', 'arg 0', { exclusive: true }],
    ['LoopsClient#delete*',                       'destroy',   'arg 0'],
    ['LoopsClient#ensureTransactionalEmailDraft', 'write.add', 'arg 0', { ensures: true }],
    ['LoopsClient#find*',                         'read',      'arg 0'],
    ['LoopsClient#get*',                          'read',      'arg 0'],
    ['LoopsClient#list*',                         'read',      'arg 0'],
    ['LoopsClient#publishTransactionalEmail',     'write.set', 'arg 0'],
    ['LoopsClient#removeContactSuppression',      'destroy',   'arg 0'],
    ['LoopsClient#rerouteWorkflowNode',           'write.set', 'arg 0'],
    ['LoopsClient#runEmailMessageGuardian',       'read',      'arg 0'],
    ['LoopsClient#sendEmailMessagePreview',       'external',  'arg 1'],
    ['LoopsClient#sendEvent',                     'external',  'arg 0', { key: 'arg 0.headers.Idempotency-Key' }],
    ['LoopsClient#sendTransactionalEmail',        'external',  'arg 0', { key: 'arg 0.headers.Idempotency-Key' }],
    ['LoopsClient#update*',                       'write.set', 'arg 0'],
  ],

  harmless: ['LoopsClient#testApiKey'],
});
