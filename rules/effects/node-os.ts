import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:os',
  language: 'typescript',
  reference: 'https://nodejs.org/api/os.html',
  origin: 'read',
  resource: 'process',
  calls: [['setPriority', 'write.set', 'arg 0']],
  harmless: ['*'],
  fresh: ['uptime'],
});
