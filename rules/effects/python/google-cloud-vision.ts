import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.cloud.vision',
  language: 'python',
  reference: 'https://cloud.google.com/python/docs/reference/vision/latest',
  origin: 'read',
  resource: 'model',
  openWorld: true,
  modules: ['google.cloud.vision_v1'],
  extends: {
    ImageAnnotatorAsyncClient: 'ImageAnnotatorClient',
  },

  calls: [
    ['ImageAnnotatorClient#annotate_image',              'read',      'arg 0:request'],
    ['ImageAnnotatorClient#async_batch_annotate_files',  'write.add', 'arg 0:request'],
    ['ImageAnnotatorClient#async_batch_annotate_images', 'write.add', 'arg 0:request'],
    ['ImageAnnotatorClient#batch_annotate_files',        'read',      'arg 0:request'],
    ['ImageAnnotatorClient#batch_annotate_images',       'read',      'arg 0:request'],
    ['ImageAnnotatorClient#crop_hints',                  'read',      'arg 0:image'],
    ['ImageAnnotatorClient#document_text_detection',     'read',      'arg 0:image'],
    ['ImageAnnotatorClient#face_detection',              'read',      'arg 0:image'],
    ['ImageAnnotatorClient#image_properties',            'read',      'arg 0:image'],
    ['ImageAnnotatorClient#label_detection',             'read',      'arg 0:image'],
    ['ImageAnnotatorClient#landmark_detection',          'read',      'arg 0:image'],
    ['ImageAnnotatorClient#logo_detection',              'read',      'arg 0:image'],
    ['ImageAnnotatorClient#object_localization',         'read',      'arg 0:image'],
    ['ImageAnnotatorClient#product_search',              'read',      'arg 0:image'],
    ['ImageAnnotatorClient#safe_search_detection',       'read',      'arg 0:image'],
    ['ImageAnnotatorClient#text_detection',              'read',      'arg 0:image'],
    ['ImageAnnotatorClient#web_detection',               'read',      'arg 0:image'],
  ],

  harmless: ['ImageAnnotatorClient.from_service_account_*'],
});
