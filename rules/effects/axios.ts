import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'axios',
  language: 'typescript',
  reference: 'https://axios-http.com/docs/api_intro',
  origin: 'read',
  resource: 'network',
  default: 'AxiosInstance#',
  instances: { AxiosInstance: ['AxiosInstance#create()', 'AxiosStatic', 'create()', 'new Axios'] },

  waits: { options: ['timeout', 'signal'], client: ['arg 0.timeout', 'arg 0.signal'], elsewhere: ['defaults.timeout'], give: 30_000 },

  promises: ['*'],

  calls: [
    ['AxiosInstance#',          'http', 'arg 0.url', { if: 'arg 0.url present', method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.data' }],
    ['AxiosInstance#',          'http', 'arg 0',     { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.data' }],
    ['AxiosInstance#delete',    'http', 'arg 0',     { method: 'DELETE', headers: 'arg 1.headers' }],
    ['AxiosInstance#get',       'http', 'arg 0',     { method: 'GET', headers: 'arg 1.headers' }],
    ['AxiosInstance#head',      'http', 'arg 0',     { method: 'HEAD', headers: 'arg 1.headers' }],
    ['AxiosInstance#options',   'http', 'arg 0',     { method: 'OPTIONS', headers: 'arg 1.headers' }],
    ['AxiosInstance#patch',     'http', 'arg 0',     { method: 'PATCH', headers: 'arg 2.headers', body: 'arg 1' }],
    ['AxiosInstance#patchForm', 'http', 'arg 0',     { method: 'PATCH', headers: 'arg 2.headers', body: 'arg 1' }],
    ['AxiosInstance#post',      'http', 'arg 0',     { method: 'POST', headers: 'arg 2.headers', body: 'arg 1' }],
    ['AxiosInstance#postForm',  'http', 'arg 0',     { method: 'POST', headers: 'arg 2.headers', body: 'arg 1' }],
    ['AxiosInstance#put',       'http', 'arg 0',     { method: 'PUT', headers: 'arg 2.headers', body: 'arg 1' }],
    ['AxiosInstance#putForm',   'http', 'arg 0',     { method: 'PUT', headers: 'arg 2.headers', body: 'arg 1' }],
    ['AxiosInstance#request',   'http', 'arg 0.url', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.data' }],
  ],

  harmless: [
    'AxiosError', 'AxiosHeaders#*', 'AxiosInstance#*', 'AxiosInstance#interceptors.request.eject', 'AxiosInstance#interceptors.request.use',
    'AxiosInstance#interceptors.response.eject', 'AxiosInstance#interceptors.response.use', 'CanceledError', 'all', 'formToJSON',
    'getAdapter', 'isAxiosError', 'isCancel', 'mergeConfig', 'spread', 'toFormData',
  ],
});
