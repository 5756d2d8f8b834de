import { defineEffects } from '../kit/index.js';

/**
 * An event is taken once for each `id`.
 */
export default defineEffects({
  library: 'inngest',
  language: 'typescript',
  reference: 'https://www.inngest.com/docs/reference/client/create',
  origin: 'read',
  resource: 'queue',
  openWorld: true,

  promises: ['Inngest#send'],

  calls: [
    ['Inngest#send',       'write.add', 'arg 0', { key: 'arg 0.id' }],
    ['Inngest#sendSignal', 'write.add', 'arg 0'],
  ],

  harmless: ['Inngest#createFunction', 'Inngest#setEnvVars'],
});
