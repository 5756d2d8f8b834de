import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pynput',
  language: 'python',
  reference: 'https://pynput.readthedocs.io',
  origin: 'read',
  resource: 'other',
  openWorld: true,

  calls: [
    ['keyboard.Controller#press',   'external', 'arg 0:key'],
    ['keyboard.Controller#release', 'external', 'arg 0:key'],
    ['keyboard.Controller#tap',     'external', 'arg 0:key'],
    ['keyboard.Controller#touch',   'external', 'arg 0:key'],
    ['keyboard.Controller#type',    'external', 'arg 0:string'],
    ['mouse.Controller#click',      'external', 'arg 0:button'],
    ['mouse.Controller#move',       'external', 'arg 0:dx'],
    ['mouse.Controller#press',      'external', 'arg 0:button'],
    ['mouse.Controller#release',    'external', 'arg 0:button'],
    ['mouse.Controller#scroll',     'external', 'arg 0:dx'],
  ],

  harmless: ['keyboard.HotKey.*', 'keyboard.KeyCode.*', 'keyboard.Listener#*', 'mouse.Listener#*'],
});
