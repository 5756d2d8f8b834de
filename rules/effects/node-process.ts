import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:process',
  language: 'typescript',
  reference: 'https://nodejs.org/api/process.html',
  origin: 'read',
  resource: 'process',

  calls: [
    ['chdir',  'write.set', 'arg 0'],
    ['dlopen', 'exec',      'arg 1'],
    ['kill',   'read',      'arg 0', { if: 'arg 1 = 0' }],
    ['kill',   'destroy',   'arg 0'],
  ],

  harmless: [
    'abort', 'addListener', 'cpuUsage', 'cwd', 'emit', 'emitWarning', 'exit', 'getegid', 'geteuid', 'getgid', 'getuid', 'hrtime.bigint',
    'listenerCount', 'loadEnvFile', 'memoryUsage', 'memoryUsage.rss', 'nextTick', 'off', 'on', 'once', 'removeAllListeners',
    'removeListener', 'resourceUsage', 'send', 'stderr.write', 'stdin.on', 'stdin.resume', 'stdin.setEncoding', 'stdout.write', 'umask',
    'uptime',
  ],
  fresh: ['hrtime', 'hrtime.bigint', 'uptime'],
});
