import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'requests_toolbelt',
  language: 'python',
  reference: 'https://toolbelt.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'network',
  instances: { 'requests: Session': ['sessions.BaseUrlSession()', 'threaded.pool.Pool.from_urls()'] },

  calls: [
    ['downloadutils.stream.stream_response_to_file', 'write.set', 'arg 1:path', { resource: 'filesystem' }],
  ],

  harmless: [
    'GuessAuth', 'GuessProxyDigestAuth', 'MultipartDecoder', 'MultipartDecoder#*', 'MultipartDecoder.from_response', 'MultipartEncoder',
    'MultipartEncoder#*', 'MultipartEncoderMonitor', 'MultipartEncoderMonitor#*', 'MultipartEncoderMonitor.from_fields', 'SSLAdapter',
    'SourceAddressAdapter', 'StreamingIterator', 'adapters.*', 'auth.*', 'cookies.*', 'downloadutils.tee.*', 'multipart.*',
    'sessions.BaseUrlSession', 'streaming_iterator.*', 'user_agent', 'utils.*',
  ],
});
