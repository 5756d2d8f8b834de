import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'ssl',
  language: 'python',
  reference: 'https://docs.python.org/3/library/ssl.html',
  origin: 'read',
  resource: 'network',
  instances: { SSLContext: ['create_default_context()'], 'socket: socket': ['SSLContext#wrap_socket()', 'wrap_socket()', 'SSLSocket'] },

  calls: [
    ['get_server_certificate', 'read', 'arg 0:addr'],
  ],

  harmless: [
    'DER_cert_to_PEM_cert', 'MemoryBIO', 'MemoryBIO#*', 'OpenSSL_version', 'PEM_cert_to_DER_cert', 'RAND_add', 'RAND_bytes',
    'RAND_pseudo_bytes', 'RAND_status', 'SSLContext', 'SSLContext#*', 'SSLObject#*', 'cert_time_to_seconds', 'create_default_context',
    'get_default_verify_paths', 'get_protocol_name', 'match_hostname', 'wrap_socket',
  ],
  fresh: ['RAND_bytes', 'RAND_pseudo_bytes'],
});
