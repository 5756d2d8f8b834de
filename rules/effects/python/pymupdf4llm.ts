import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pymupdf4llm',
  language: 'python',
  reference: 'https://pymupdf.readthedocs.io/en/latest/pymupdf4llm/api.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['LlamaMarkdownReader#load_data', 'read',      'arg 0:file_path'],
    ['to_json',                       'write.set', 'arg :image_path', { if: 'arg :write_images = true' }],
    ['to_json',                       'read',      'arg 0:doc'],
    ['to_markdown',                   'write.set', 'arg :image_path', { if: 'arg :write_images = true' }],
    ['to_markdown',                   'read',      'arg 0:doc'],
    ['to_text',                       'read',      'arg 0:doc'],
  ],

  harmless: ['*', 'IdentifyHeaders#*', 'LlamaMarkdownReader', 'TocHeaders#*'],
});
