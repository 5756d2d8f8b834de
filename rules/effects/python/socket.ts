import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'socket',
  language: 'python',
  reference: 'https://docs.python.org/3/library/socket.html',
  origin: 'read',
  resource: 'network',
  instances: { socket: ['create_connection()', 'fromfd()', 'socket#accept()', 'socketpair()', 'SocketType'] },

  calls: [
    ['getaddrinfo',          'read',      'arg 0:host'],
    ['getfqdn',              'read',      'arg 0:name'],
    ['gethostbyaddr',        'read',      'arg 0:host'],
    ['gethostbyname',        'read',      'arg 0:host'],
    ['gethostbyname_ex',     'read',      'arg 0:host'],
    ['getnameinfo',          'read',      'arg 0:sockaddr'],
    ['send_fds',             'write.add', 'arg 1:buffers'],
    ['socket#send',          'write.add', 'arg 0:data', { message: true }],
    ['socket#sendall',       'write.add', 'arg 0:data', { message: true }],
    ['socket#sendfile',      'write.add', 'arg 0:file'],
    ['socket#sendmsg',       'write.add', 'arg 0:buffers'],
    ['socket#sendmsg_afalg', 'write.add', 'arg 0:msg'],
    ['socket#sendto',        'write.add', 'arg 0:data', { message: true }],
  ],

  harmless: [
    'CMSG_LEN', 'CMSG_SPACE', 'SocketIO#*', 'close', 'create_connection', 'create_server', 'dup', 'fromfd', 'fromshare',
    'getdefaulttimeout', 'gethostname', 'getprotobyname', 'getservbyname', 'getservbyport', 'has_dualstack_ipv6', 'has_ipv6', 'htonl',
    'htons', 'if_indextoname', 'if_nameindex', 'if_nametoindex', 'inet_aton', 'inet_ntoa', 'inet_ntop', 'inet_pton', 'ntohl', 'ntohs',
    'recv_fds', 'setdefaulttimeout', 'sethostname', 'socket', 'socket#*', 'socketpair',
  ],
});
