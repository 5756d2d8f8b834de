import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'onnxruntime',
  language: 'python',
  reference: 'https://onnxruntime.ai/docs/api/python/api_summary.html',
  origin: 'read',
  resource: 'model',
  openWorld: false,

  calls: [
    ['InferenceSession', 'read', 'arg 0:path_or_bytes'],
  ],

  harmless: ['*', 'InferenceSession#*'],
});
