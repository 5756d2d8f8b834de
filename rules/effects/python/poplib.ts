import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'poplib',
  language: 'python',
  reference: 'https://docs.python.org/3/library/poplib.html',
  origin: 'read',
  resource: 'mail',
  extends: { POP3_SSL: 'POP3' },

  calls: [
    ['POP3#dele', 'destroy', 'arg 0:which'],
    ['POP3#list', 'read',    'this'],
    ['POP3#retr', 'read',    'arg 0:which'],
    ['POP3#stat', 'read',    'this'],
    ['POP3#top',  'read',    'arg 0:which'],
    ['POP3#uidl', 'read',    'this'],
  ],

  harmless: ['POP3', 'POP3#*', 'POP3_SSL'],
});
