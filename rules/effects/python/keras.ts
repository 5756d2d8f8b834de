import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'keras',
  language: 'python',
  reference: 'https://keras.io/api',
  origin: 'read',
  resource: 'filesystem',
  extends: { Sequential: 'Model' },
  instances: { Model: ['models.load_model()', 'saving.load_model()'] },

  calls: [
    ['Model#load_weights', 'read',      'arg 0:filepath'],
    ['Model#save',         'write.set', 'arg 0:filepath'],
    ['Model#save_weights', 'write.set', 'arg 0:filepath'],
    ['models.load_model',  'read',      'arg 0:filepath'],
    ['saving.load_model',  'read',      'arg 0:filepath'],
    ['saving.save_model',  'write.set', 'arg 1:filepath'],
  ],

  harmless: ['*'],
});
