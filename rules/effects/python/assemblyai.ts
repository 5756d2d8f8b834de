import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'assemblyai',
  language: 'python',
  reference: 'https://www.assemblyai.com/docs/api-reference',
  origin: 'read',
  resource: 'model',
  openWorld: true,
  instances: {
    Transcript: ['Transcriber#submit()', 'Transcriber#transcribe()', 'Transcript.get_by_id()'],
  },

  calls: [
    ['Transcriber#list_transcripts',    'read',      'arg 0:params'],
    ['Transcriber#submit',              'write.add', 'arg 0:data'],
    ['Transcriber#transcribe',          'read',      'arg 0:data'],
    ['Transcriber#transcribe_async',    'read',      'arg 0:data'],
    ['Transcriber#transcribe_group',    'read',      'arg 0:data'],
    ['Transcriber#upload_file',         'write.add', 'arg 0:data'],
    ['Transcript#export_subtitles_srt', 'read',      'arg 0:chars_per_caption'],
    ['Transcript#export_subtitles_vtt', 'read',      'arg 0:chars_per_caption'],
    ['Transcript#get_paragraphs',       'read',      'this'],
    ['Transcript#get_sentences',        'read',      'this'],
    ['Transcript#save_redacted_audio',  'write.set', 'arg 0:filepath', { resource: 'filesystem' }],
    ['Transcript#wait_for_completion',  'read',      'arg :poll_timeout'],
    ['Transcript#word_search',          'read',      'arg 0:words'],
    ['Transcript.delete_by_id',         'destroy',   'arg 0:transcript_id'],
    ['Transcript.get_by_id',            'read',      'arg 0:transcript_id'],
  ],

  harmless: [],
});
