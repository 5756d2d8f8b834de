import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'shortuuid',
  language: 'python',
  reference: 'https://github.com/skorokithakis/shortuuid',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['ShortUUID#random', 'random', 'uuid'],
});
