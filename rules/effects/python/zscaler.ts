import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'zscaler',
  language: 'python',
  reference: 'https://github.com/zscaler/zscaler-sdk-python',
  origin: 'generated-then-read',
  resource: 'cloud',
  openWorld: true,

  calls: [
    ['ZscalerClient#**.activate',        'write.set', 'args'],
    ['ZscalerClient#**.add_*',           'write.add', 'args'],
    ['ZscalerClient#**.bulk_update',     'write.set', 'args'],
    ['ZscalerClient#**.create_*_search', 'read',      'args'],
    ['ZscalerClient#**.delete_*',        'destroy',   'args'],
    ['ZscalerClient#**.get_*',           'read',      'args'],
    ['ZscalerClient#**.list_*',          'read',      'args'],
    ['ZscalerClient#**.lookup',          'read',      'args'],
    ['ZscalerClient#**.status',          'read',      'args'],
    ['ZscalerClient#**.update_*',        'write.set', 'args'],
    ['ZscalerClient#*.*.start_*',        'write.add', 'args'],
    // `PUT …?action=ADD_TO_LIST`: a list of addresses has each of them once.
    ['ZscalerClient#zia.url_categories.add_urls_to_category', 'write.set', 'args'],
  ],

  harmless: [
    'ZscalerClient#**.*().*.as_dict().*', 'ZscalerClient#**.*().*.get', 'ZscalerClient#**.as_dict', 'ZscalerClient#**.get_body().*',
  ],
});
