import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'signal',
  language: 'python',
  reference: 'https://docs.python.org/3/library/signal.html',
  origin: 'read',
  resource: 'process',

  calls: [
    ['pidfd_send_signal', 'destroy', 'arg 0:pidfd'],
    ['pthread_kill',      'destroy', 'arg 0:thread_id'],
    ['raise_signal',      'destroy', 'arg 0:signalnum'],
  ],

  harmless: [
    'Handlers', 'Sigmasks', 'Signals', 'alarm', 'default_int_handler', 'getitimer', 'getsignal', 'pause', 'pthread_sigmask',
    'set_wakeup_fd', 'setitimer', 'siginterrupt', 'signal', 'sigpending', 'sigtimedwait', 'sigwait', 'sigwaitinfo', 'strsignal',
    'valid_signals',
  ],
});
