import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pyautogui',
  language: 'python',
  reference: 'https://pyautogui.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'other',

  calls: [
    ['click',       'external', 'this'],
    ['doubleClick', 'external', 'this'],
    ['dragRel',     'external', 'this'],
    ['dragTo',      'external', 'this'],
    ['hold',        'external', 'arg 0:keys'],
    ['hotkey',      'external', 'arg 0'],
    ['keyDown',     'external', 'arg 0:key'],
    ['keyUp',       'external', 'arg 0:key'],
    ['leftClick',   'external', 'this'],
    ['middleClick', 'external', 'this'],
    ['mouseDown',   'external', 'this'],
    ['mouseUp',     'external', 'this'],
    ['press',       'external', 'arg 0:keys'],
    ['rightClick',  'external', 'this'],
    ['run',         'external', 'arg 0:commandStr'],
    ['screenshot',  'read',     'this'],
    ['tripleClick', 'external', 'this'],
    ['typewrite',   'external', 'arg 0:message'],
    ['write',       'external', 'arg 0:message'],
  ],

  harmless: [
    'alert', 'center', 'countdown', 'displayMousePosition', 'failSafeCheck', 'getActiveWindow', 'getActiveWindowTitle', 'getAllTitles',
    'getAllWindows', 'getInfo', 'getWindowsWithTitle', 'hscroll', 'isValidKey', 'linear', 'locate*', 'move', 'moveRel', 'moveTo',
    'onScreen', 'pixel', 'pixelMatchesColor', 'position', 'printInfo', 'scroll', 'size', 'sleep', 'useImageNotFoundException', 'vscroll',
  ],
  asks: ['confirm', 'password', 'prompt'],
});
