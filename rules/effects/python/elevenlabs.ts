import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'elevenlabs',
  language: 'python',
  reference: 'https://elevenlabs.io/docs/api-reference',
  origin: 'read',
  resource: 'model',
  openWorld: true,
  extends: {
    AsyncElevenLabs: 'ElevenLabs',
  },

  calls: [
    ['ElevenLabs#**.add*',                                   'write.add', 'args'],
    ['ElevenLabs#**.create*',                                'write.add', 'args'],
    ['ElevenLabs#**.delete*',                                'destroy',   'args'],
    ['ElevenLabs#**.get*',                                   'read',      'args'],
    ['ElevenLabs#**.list*',                                  'read',      'args'],
    ['ElevenLabs#**.search*',                                'read',      'args'],
    ['ElevenLabs#**.simulate_conversation*',                 'read',      'args'],
    ['ElevenLabs#**.update*',                                'write.set', 'args'],
    ['ElevenLabs#**.upload*',                                'write.add', 'args'],
    ['ElevenLabs#audio_isolation.*',                         'read',      'args'],
    ['ElevenLabs#conversational_ai.sip_trunk.outbound_call', 'external',  'args'],
    ['ElevenLabs#conversational_ai.twilio.outbound_call',    'external',  'args'],
    ['ElevenLabs#dubbing.create',                            'write.add', 'args'],
    ['ElevenLabs#music.compose*',                            'read',      'args'],
    ['ElevenLabs#music.composition_plan.create',             'read',      'args'],
    ['ElevenLabs#music.stream*',                             'read',      'args'],
    ['ElevenLabs#speech_to_speech.*',                        'read',      'args'],
    ['ElevenLabs#speech_to_text.convert',                    'read',      'args'],
    ['ElevenLabs#text_to_sound_effects.convert',             'read',      'args'],
    ['ElevenLabs#text_to_speech.convert*',                   'read',      'args'],
    ['ElevenLabs#text_to_speech.stream*',                    'read',      'args'],
    ['ElevenLabs#text_to_voice.create_previews',             'read',      'args'],
    ['ElevenLabs#voices.share',                              'external',  'args'],
    ['play',                                                 'external',  'args',           { resource: 'process' }],
    ['save',                                                 'write.set', 'arg 1:filename', { resource: 'filesystem' }],
    ['stream',                                               'external',  'args',           { resource: 'process' }],
  ],

  harmless: [],
});
