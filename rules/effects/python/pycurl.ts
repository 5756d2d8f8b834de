import { defineEffects } from '../../kit/index.js';

/** What a transfer does is said by options that were set before, so it stays open. */
export default defineEffects({
  library: 'pycurl',
  language: 'python',
  reference: 'http://pycurl.io/docs/latest/',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Curl#send',    'write.add', 'arg 0'],
    ['Curl#ws_send', 'write.add', 'arg 0:data'],
  ],

  harmless: [
    'Curl#close', 'Curl#duphandle', 'Curl#errstr', 'Curl#errstr_raw', 'Curl#getinfo', 'Curl#getinfo_raw', 'Curl#pause', 'Curl#recv',
    'Curl#recv_into', 'Curl#reset', 'Curl#set_ca_certs', 'Curl#setopt', 'Curl#setopt_string', 'Curl#unsetopt', 'Curl#ws_close',
    'Curl#ws_meta', 'Curl#ws_recv', 'Curl#ws_recv_into', 'CurlMulti#add_handle', 'CurlMulti#assign', 'CurlMulti#close', 'CurlMulti#fdset',
    'CurlMulti#info_read', 'CurlMulti#remove_handle', 'CurlMulti#select', 'CurlMulti#setopt', 'CurlMulti#timeout', 'CurlShare#*',
    'global_cleanup', 'global_init', 'version_info',
  ],
});
