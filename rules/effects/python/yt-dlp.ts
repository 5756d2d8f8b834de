import { defineEffects } from '../../kit/index.js';

/** What is loaded is named by an address; which files it becomes is said by the options that the object was made with. */
export default defineEffects({
  library: 'yt_dlp',
  language: 'python',
  reference: 'https://github.com/yt-dlp/yt-dlp',
  origin: 'read',
  resource: 'network',
  modules: ['youtube_dl'],

  calls: [
    ['YoutubeDL#download',     'write.set', 'this',      { resource: 'filesystem' }],
    ['YoutubeDL#extract_info', 'read',      'arg 0:url', { if: 'arg 1:download = false' }],
    ['YoutubeDL#extract_info', 'write.set', 'this',      { resource: 'filesystem' }],
  ],

  harmless: ['YoutubeDL#add_progress_hook', 'YoutubeDL#close', 'YoutubeDL#prepare_filename', 'YoutubeDL#sanitize_info'],
});
