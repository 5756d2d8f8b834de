import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'yt_dlp',
  language: 'python',
  reference: 'https://github.com/yt-dlp/yt-dlp',
  origin: 'read',
  resource: 'network',
  modules: ['youtube_dl'],

  calls: [
    ['YoutubeDL#download',     'write.set', 'arg 0:url_list', { resource: 'filesystem' }],
    ['YoutubeDL#extract_info', 'read',      'arg 0:url',      { if: 'arg 1:download = false' }],
    ['YoutubeDL#extract_info', 'write.set', 'arg 0:url',      { resource: 'filesystem' }],
  ],

  harmless: ['YoutubeDL#add_progress_hook', 'YoutubeDL#close', 'YoutubeDL#prepare_filename', 'YoutubeDL#sanitize_info'],
});
