import type { PageKnowledge } from '../kit/index.js';

/** The interfaces of browsers (https://developer.mozilla.org/docs/Web/API), as far as their names tell a look from a deed. */
export const page: PageKnowledge = {
  acting: [
    'abort', 'alert', 'animate', 'append', 'assign', 'attach', 'back', 'blur', 'cancel', 'clear', 'click', 'close', 'confirm', 'create', 'define',
    'delete', 'destroy', 'detach', 'disable', 'dispatch', 'drop', 'edit', 'enable', 'exit', 'focus', 'forward', 'go', 'import', 'insert', 'load',
    'move', 'navigate', 'observe', 'open', 'pause', 'play', 'post', 'prepend', 'prompt', 'publish', 'purchase', 'put', 'register', 'reload',
    'remove', 'request', 'reset', 'save', 'scroll', 'select', 'send', 'set', 'show', 'start', 'stop', 'store', 'submit', 'toggle', 'update',
    'upload', 'write',
  ],
  actingNames: ['execCommand', 'execScript', 'replaceChild', 'replaceChildren', 'replaceState', 'replaceWith', 'requestSubmit'],
  lookingNames: ['createNodeIterator', 'createRange', 'createTreeWalker'],
  functions: [
    'Function', 'alert', 'confirm', 'eval', 'fetch', 'import', 'importScripts', 'open', 'postMessage', 'prompt', 'require', 'setInterval',
    'setTimeout',
  ],
  data: ['Array', 'Date', 'Error', 'Map', 'Object', 'Promise', 'RegExp', 'Set', 'URL', 'URLSearchParams', 'WeakMap', 'WeakSet'],
  windows: ['globalThis', 'self', 'window'],
  reserved: ['closed', 'document', 'history', 'localStorage', 'location', 'name', 'navigator', 'opener', 'origin', 'parent', 'self', 'sessionStorage', 'status', 'top', 'window'],
};
