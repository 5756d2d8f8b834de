import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'ftplib',
  language: 'python',
  reference: 'https://docs.python.org/3/library/ftplib.html',
  origin: 'read',
  resource: 'filesystem',
  openWorld: true,
  extends: { FTP_TLS: 'FTP' },

  calls: [
    ['FTP#delete',       'destroy',   'arg 0:filename'],
    ['FTP#dir',          'read',      'this'],
    ['FTP#mkd',          'write.add', 'arg 0:dirname',  { exclusive: true }],
    ['FTP#mlsd',         'read',      'arg 0:path'],
    ['FTP#nlst',         'read',      'this'],
    ['FTP#ntransfercmd', 'exec',      'arg 0:cmd'],
    ['FTP#rename',       'write.set', 'arg 0:fromname', { moves: 'arg 1:toname' }],
    ['FTP#retrbinary',   'read',      'arg 0:cmd'],
    ['FTP#retrlines',    'read',      'arg 0:cmd'],
    ['FTP#rmd',          'destroy',   'arg 0:dirname'],
    ['FTP#sendcmd',      'exec',      'arg 0:cmd'],
    ['FTP#size',         'read',      'arg 0:filename'],
    ['FTP#storbinary',   'write.set', 'arg 0:cmd'],
    ['FTP#storlines',    'write.set', 'arg 0:cmd'],
    ['FTP#transfercmd',  'exec',      'arg 0:cmd'],
    ['FTP#voidcmd',      'exec',      'arg 0:cmd'],
  ],

  harmless: ['FTP', 'FTP#*', 'FTP_TLS', 'parse150', 'parse227', 'parse229', 'parse257', 'print_line'],
});
