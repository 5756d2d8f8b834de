import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'anthropic',
  language: 'python',
  reference: 'https://docs.anthropic.com/en/api',
  origin: 'read',
  resource: 'model',
  extends: {
    AnthropicBedrock: 'Anthropic',
    AnthropicVertex: 'Anthropic',
    AsyncAnthropic: 'Anthropic',
    AsyncAnthropicBedrock: 'Anthropic',
    AsyncAnthropicVertex: 'Anthropic',
    AsyncClient: 'Anthropic',
    Client: 'Anthropic',
  },

  calls: [
    ['Anthropic#completions.create', 'read', 'args'],
    ['Anthropic#models.list',        'read', 'args'],
    ['Anthropic#models.retrieve',    'read', 'args'],
  ],

  harmless: ['Anthropic#close', 'Anthropic#copy', 'Anthropic#with_options'],
});
