import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'youtube_transcript_api',
  language: 'python',
  reference: 'https://github.com/jdepoix/youtube-transcript-api',
  origin: 'read',
  resource: 'network',
  instances: {
    Transcript: [
      'Transcript#translate()', 'TranscriptList#0', 'TranscriptList#find_generated_transcript()',
      'TranscriptList#find_manually_created_transcript()', 'TranscriptList#find_transcript()',
    ],
    TranscriptList: ['YouTubeTranscriptApi#list()', 'YouTubeTranscriptApi.list_transcripts()'],
  },

  calls: [
    ['Transcript#fetch',                      'read', 'arg 0:preserve_formatting'],
    ['YouTubeTranscriptApi#fetch',            'read', 'arg 0:video_id'],
    ['YouTubeTranscriptApi#list',             'read', 'arg 0:video_id'],
    ['YouTubeTranscriptApi.get_transcript',   'read', 'arg 0:video_id'],
    ['YouTubeTranscriptApi.list_transcripts', 'read', 'arg 0:video_id'],
  ],

  harmless: ['*Formatter#*', 'Transcript#translate', 'TranscriptList#find_*'],
});
