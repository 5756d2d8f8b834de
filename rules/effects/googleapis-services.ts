import { defineEffects } from '../kit/index.js';

/**
 * One package for each service of `googleapis`, with the same clients.
 */
export default defineEffects({
  library: '@googleapis/*',
  language: 'typescript',
  reference: 'https://googleapis.dev/nodejs/googleapis/latest',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: {
    'google-auth-library: GoogleAuth': ['new auth.GoogleAuth'],
    'google-auth-library: JWT': ['new auth.JWT'],
    'google-auth-library: OAuth2Client': ['new auth.OAuth2'],
    'googleapis: Api': ['*()'],
    'googleapis: Bigquery': ['bigquery()', '*_v*.Bigquery'],
    'googleapis: Calendar': ['calendar()', '*_v*.Calendar'],
    'googleapis: Chat': ['chat()', '*_v*.Chat'],
    'googleapis: Docs': ['docs()', '*_v*.Docs'],
    'googleapis: Drive': ['drive()', '*_v*.Drive'],
    'googleapis: Gmail': ['gmail()', '*_v*.Gmail'],
    'googleapis: Indexing': ['indexing()', '*_v*.Indexing'],
    'googleapis: People': ['people()', '*_v*.People'],
    'googleapis: Pubsub': ['pubsub()', '*_v*.Pubsub'],
    'googleapis: Script': ['script()', '*_v*.Script'],
    'googleapis: Sheets': ['sheets()', '*_v*.Sheets'],
    'googleapis: Slides': ['slides()', '*_v*.Slides'],
    'googleapis: Tasks': ['tasks()', '*_v*.Tasks'],
    'googleapis: Youtube': ['youtube()', '*_v*.Youtube'],
  },

  promises: ['*'],

  calls: [],

  harmless: ['*'],
});
