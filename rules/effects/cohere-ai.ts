import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'cohere-ai',
  language: 'typescript',
  reference: 'https://docs.cohere.com/reference/about',
  origin: 'read',
  resource: 'model',
  extends: { CohereClientV2: 'CohereClient' },

  calls: [
    ['CohereClient#*.cancel',                    'destroy',   'arg 0'],
    ['CohereClient#*.create*',                   'write.add', 'arg 0'],
    ['CohereClient#*.delete*',                   'destroy',   'arg 0'],
    ['CohereClient#*.get*',                      'read',      'arg 0'],
    ['CohereClient#*.list*',                     'read',      'arg 0'],
    ['CohereClient#*.update*',                   'write.set', 'arg 0'],
    ['CohereClient#audio.transcriptions.create', 'read',      'arg 0'],
    ['CohereClient#batches.retrieve',            'read',      'arg 0'],
    ['CohereClient#chat',                        'read',      'arg 0'],
    ['CohereClient#chatStream',                  'read',      'arg 0'],
    ['CohereClient#classify',                    'read',      'arg 0'],
    ['CohereClient#detokenize',                  'read',      'arg 0'],
    ['CohereClient#embed',                       'read',      'arg 0'],
    ['CohereClient#generate',                    'read',      'arg 0'],
    ['CohereClient#generateStream',              'read',      'arg 0'],
    ['CohereClient#rerank',                      'read',      'arg 0'],
    ['CohereClient#summarize',                   'read',      'arg 0'],
    ['CohereClient#tokenize',                    'read',      'arg 0'],
    ['CohereClient#v2.*',                        'read',      'arg 0'],
  ],

  harmless: ['CohereClient#checkApiKey', 'CohereClient#connectors.oAuthAuthorize'],
});
