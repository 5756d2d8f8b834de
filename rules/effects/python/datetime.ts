import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'datetime',
  language: 'python',
  reference: 'https://docs.python.org/3/library/datetime.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['date.today', 'datetime.now', 'datetime.today', 'datetime.utcnow'],
});
