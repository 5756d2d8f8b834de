import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'exa_py',
  language: 'python',
  reference: 'https://docs.exa.ai/sdks/python-sdk-specification',
  origin: 'read',
  resource: 'network',
  extends: {
    AsyncExa: 'Exa',
  },

  calls: [
    ['Exa#answer',                    'read',      'arg 0:query'],
    ['Exa#find_similar',              'read',      'arg 0:url'],
    ['Exa#find_similar_and_contents', 'read',      'arg 0:url'],
    ['Exa#get_contents',              'read',      'arg 0:urls'],
    ['Exa#research.create',           'write.add', 'arg :instructions'],
    ['Exa#research.get',              'read',      'arg 0:research_id'],
    ['Exa#research.list',             'read',      'arg :cursor'],
    ['Exa#search',                    'read',      'arg 0:query'],
    ['Exa#search_and_contents',       'read',      'arg 0:query'],
    ['Exa#stream_answer',             'read',      'arg 0:query'],
    ['Exa#stream_search',             'read',      'arg 0:query'],
    ['Exa#websets.cancel',            'destroy',   'arg 0:id'],
    ['Exa#websets.create',            'write.add', 'arg 0:params'],
    ['Exa#websets.delete',            'destroy',   'arg 0:id'],
    ['Exa#websets.get',               'read',      'arg 0:id'],
    ['Exa#websets.list',              'read',      'arg :cursor'],
  ],

  harmless: ['Exa#wrap'],
});
