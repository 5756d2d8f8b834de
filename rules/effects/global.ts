import { defineEffects } from '../kit/index.js';

/**
 * Names that stand without an import: the language, the common web interfaces, the page, and what Node adds. What is written to the
 * standard streams is the log or the transport itself.
 */
export default defineEffects({
  library: 'global',
  language: 'typescript',
  reference: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects, https://nodejs.org/api/globals.html',
  origin: 'read',
  resource: 'network',
  reexports: { Bun: 'bun' },
  instances: { AbortSignal: ['AbortController#signal', 'AbortSignal', 'AbortSignal.any()', 'AbortSignal.timeout()'] },

  waits: { options: ['signal'], give: { code: 'AbortSignal.timeout(30_000)' } },

  promises: ['fetch', 'navigator.clipboard.writeText'],
  answers: [{ callees: ['fetch'], kind: 'status', tells: ['ok', 'status', 'statusText', 'error'] }],

  calls: [
    ['Function',                      'exec',      'args',  { resource: 'process', code: true }],
    ['WebSocket#send',                'write.add', 'arg 0', { message: true }],
    ['XMLHttpRequest#open',           'http',      'arg 1', { method: 'arg 0' }],
    ['document.querySelector',        'read',      'arg 0', { resource: 'browser' }],
    ['document.querySelectorAll',     'read',      'arg 0', { resource: 'browser' }],
    ['eval',                          'exec',      'arg 0', { resource: 'process', code: true }],
    ['fetch',                         'http',      'arg 0', { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['localStorage.clear',            'destroy',   'this',  { resource: 'browser', unbounded: true }],
    ['localStorage.getItem',          'read',      'arg 0', { resource: 'browser' }],
    ['localStorage.removeItem',       'destroy',   'arg 0', { resource: 'browser' }],
    ['localStorage.setItem',          'write.set', 'arg 0', { resource: 'browser' }],
    ['navigator.clipboard.readText',  'read',      'this',  { resource: 'browser' }],
    ['navigator.clipboard.writeText', 'write.set', 'arg 0', { resource: 'browser' }],
    ['navigator.sendBeacon',          'http',      'arg 0', { method: 'POST', body: 'arg 1' }],
    ['open',                          'write.add', 'arg 0', { resource: 'browser' }],
    ['process.chdir',                 'write.set', 'arg 0', { resource: 'process' }],
    ['process.dlopen',                'exec',      'arg 1', { resource: 'process' }],
    ['process.kill',                  'read',      'arg 0', { if: 'arg 1 = 0', resource: 'process' }],
    ['process.kill',                  'destroy',   'arg 0', { resource: 'process' }],
    ['sessionStorage.clear',          'destroy',   'this',  { resource: 'browser', unbounded: true }],
    ['sessionStorage.getItem',        'read',      'arg 0', { resource: 'browser' }],
    ['sessionStorage.removeItem',     'destroy',   'arg 0', { resource: 'browser' }],
    ['sessionStorage.setItem',        'write.set', 'arg 0', { resource: 'browser' }],
  ],

  harmless: [
    'AbortController#*', 'AbortSignal#*', 'AbortSignal.*', 'AggregateError', 'Array', 'Array#*', 'Array.*', 'ArrayBuffer#*',
    'ArrayBuffer.*', 'Atomics.*', 'BigInt', 'BigInt.*', 'BigInt64Array#*', 'BigInt64Array.*', 'BigUint64Array#*', 'BigUint64Array.*',
    'Blob#*', 'Boolean', 'Boolean#*', 'BroadcastChannel#*', 'Buffer', 'Buffer#*', 'Buffer.*', 'ByteLengthQueuingStrategy#*',
    'CompressionStream#*', 'CountQueuingStrategy#*', 'CustomEvent#*', 'DOMException#*', 'DOMParser#*', 'DataView#*', 'Date', 'Date#*',
    'Date.*', 'DecompressionStream#*', 'Error', 'Error#*', 'Error.*', 'EvalError', 'Event#*', 'EventSource#*', 'EventTarget#*', 'File#*',
    'FinalizationRegistry#*', 'Float32Array#*', 'Float32Array.*', 'Float64Array#*', 'Float64Array.*', 'FormData#*', 'Headers#*',
    'Int16Array#*', 'Int16Array.*', 'Int32Array#*', 'Int32Array.*', 'Int8Array#*', 'Int8Array.*', 'Intl.*', 'Intl.Collator#*',
    'Intl.DateTimeFormat#*', 'Intl.DisplayNames#*', 'Intl.ListFormat#*', 'Intl.NumberFormat#*', 'Intl.PluralRules#*',
    'Intl.RelativeTimeFormat#*', 'Intl.Segmenter#*', 'JSON.*', 'Map#*', 'Map.*', 'Math.*', 'MessageChannel#*', 'MessagePort#*', 'Number',
    'Number#*', 'Number.*', 'Object', 'Object#*', 'Object.*', 'Promise#*', 'Promise.*', 'Proxy.*', 'RangeError', 'ReadableStream#*',
    'ReferenceError', 'Reflect.*', 'RegExp', 'RegExp#*', 'Request#*', 'Request#headers.*', 'Response#*', 'Response#headers.*',
    'Response.*', 'Set#*', 'SharedArrayBuffer#*', 'String', 'String#*', 'String.*', 'Symbol', 'Symbol.*', 'SyntaxError', 'TextDecoder#*',
    'TextDecoderStream#*', 'TextEncoder#*', 'TextEncoderStream#*', 'TransformStream#*', 'TypeError', 'URIError', 'URL#*',
    'URL#searchParams.*', 'URL.*', 'URLSearchParams#*', 'Uint16Array#*', 'Uint16Array.*', 'Uint32Array#*', 'Uint32Array.*', 'Uint8Array#*',
    'Uint8Array.*', 'Uint8ClampedArray#*', 'Uint8ClampedArray.*', 'WeakMap#*', 'WeakRef#*', 'WeakSet#*', 'WebSocket#*', 'WritableStream#*',
    'XMLHttpRequest#*', 'XMLSerializer#*', 'addEventListener', 'atob', 'btoa', 'cancelAnimationFrame', 'cancelIdleCallback',
    'clearImmediate', 'clearInterval', 'clearTimeout', 'console.*', 'crypto.getRandomValues', 'crypto.subtle.*', 'decodeURI',
    'decodeURIComponent', 'document.addEventListener', 'document.createElement', 'document.createTextNode', 'document.getElementById',
    'document.removeEventListener', 'encodeURI', 'encodeURIComponent', 'escape', 'getComputedStyle', 'getSelection', 'isFinite', 'isNaN',
    'matchMedia', 'parseFloat', 'parseInt', 'performance.*', 'process.abort', 'process.addListener', 'process.cpuUsage', 'process.cwd',
    'process.emit', 'process.emitWarning', 'process.exit', 'process.getegid', 'process.geteuid', 'process.getgid', 'process.getuid',
    'process.hrtime.bigint', 'process.listenerCount', 'process.loadEnvFile', 'process.memoryUsage', 'process.memoryUsage.rss',
    'process.nextTick', 'process.off', 'process.on', 'process.once', 'process.removeAllListeners', 'process.removeListener',
    'process.resourceUsage', 'process.send', 'process.stderr.write', 'process.stdin.on', 'process.stdin.resume',
    'process.stdin.setEncoding', 'process.stdout.write', 'process.umask', 'process.uptime', 'queueMicrotask', 'removeEventListener',
    'requestAnimationFrame', 'requestIdleCallback', 'require.resolve', 'scrollTo', 'setImmediate', 'setInterval', 'setTimeout',
    'structuredClone', 'unescape',
  ],

  fresh: [
    'Date', 'Date.now', 'Math.random', 'crypto.getRandomValues', 'crypto.randomUUID', 'new Date', 'performance.now', 'process.hrtime',
    'process.hrtime.bigint', 'process.uptime',
  ],
  asks: ['confirm', 'prompt'],
});
