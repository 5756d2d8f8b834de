import { defineEffects } from '../../kit/index.js';

/**
 * The shell of a notebook. What its cells write with `!` and `%` are calls of it, so a command in a tool's function is found like any
 * other call. Magics run whatever they are for: those that only set up, show or measure are named.
 */
export default defineEffects({
  library: 'IPython',
  language: 'python',
  reference: 'https://ipython.readthedocs.io/en/stable/api/generated/IPython.core.interactiveshell.html',
  origin: 'read',
  resource: 'process',
  modules: ['IPython.core.getipython', 'IPython.core.interactiveshell'],
  instances: { InteractiveShell: ['get_ipython()', 'InteractiveShell.instance()'] },

  calls: [
    ['InteractiveShell#ev',             'exec',      'arg 0:expr'],
    ['InteractiveShell#ex',             'exec',      'arg 0:cmd'],
    ['InteractiveShell#getoutput',      'shell',     'arg 0:cmd'],
    ['InteractiveShell#run_cell',       'exec',      'arg 0:raw_cell'],
    ['InteractiveShell#run_cell_async', 'exec',      'arg 0:raw_cell'],
    ['InteractiveShell#run_cell_magic', 'exec',      'arg 2:cell'],
    ['InteractiveShell#run_code',       'exec',      'arg 0:code_obj'],
    ['InteractiveShell#run_line_magic', 'read',      'arg 0:magic_name',     { if: 'arg 0:magic_name = autoreload|config|gui|load_ext|matplotlib|pwd|reload_ext|who' }],
    ['InteractiveShell#run_line_magic', 'write.set', 'arg 0:magic_name',     { if: 'arg 0:magic_name = cd|env|set_env' }],
    ['InteractiveShell#run_line_magic', 'exec',      'arg 1:line'],
    ['InteractiveShell#system',         'shell',     'arg 0:cmd'],
    ['InteractiveShell#system_piped',   'shell',     'arg 0:cmd'],
    ['InteractiveShell#system_raw',     'shell',     'arg 0:cmd'],
  ],

  harmless: ['InteractiveShell', 'InteractiveShell#*', 'InteractiveShell.instance', 'get_ipython'],
});
