import { defineEffects } from '../kit/index.js';

/**
 * What a click does is told by the page.
 */
export default defineEffects({
  library: 'selenium-webdriver',
  language: 'typescript',
  reference: 'https://www.selenium.dev/selenium/docs/api/javascript',
  origin: 'read',
  resource: 'browser',
  instances: {
    Actions: [
      'Actions#click()', 'Actions#contextClick()', 'Actions#doubleClick()', 'Actions#dragAndDrop()', 'Actions#keyDown()',
      'Actions#keyUp()', 'Actions#move()', 'Actions#press()', 'Actions#release()', 'Actions#sendKeys()', 'WebDriver#actions()',
    ],
    Alert: ['TargetLocator#alert()'],
    Builder: ['Builder#*()'],
    Elements: ['WebDriver#findElements()', 'WebElement#findElements()'],
    Navigation: ['WebDriver#navigate()'],
    Options: ['WebDriver#manage()'],
    TargetLocator: ['WebDriver#switchTo()'],
    WebDriver: ['Builder#build()', 'WebElement#getDriver()'],
    WebElement: [
      'Elements#0', 'Elements#at()', 'Elements#filter(0)', 'Elements#find()', 'Elements#forEach(0)', 'Elements#map(0)',
      'WebDriver#findElement()', 'WebDriver#wait()', 'WebElement#findElement()',
    ],
  },

  calls: [
    ['Actions#perform',              'external',  'this',  { openWorld: true }],
    ['Alert#accept',                 'external',  'this',  { openWorld: true }],
    ['Alert#dismiss',                'external',  'this',  { openWorld: true }],
    ['Alert#getText',                'read',      'this'],
    ['Alert#sendKeys',               'external',  'arg 0', { openWorld: true, reversible: true }],
    ['Navigation#back',              'read',      'this',  { openWorld: true }],
    ['Navigation#forward',           'read',      'this',  { openWorld: true }],
    ['Navigation#refresh',           'read',      'this',  { openWorld: true }],
    ['Navigation#to',                'read',      'arg 0', { openWorld: true }],
    ['Options#addCookie',            'write.set', 'arg 0'],
    ['Options#deleteAllCookies',     'destroy',   'this',  { unbounded: true }],
    ['Options#deleteCookie',         'destroy',   'arg 0'],
    ['Options#getCookie*',           'read',      'arg 0'],
    ['WebDriver#execute',            'exec',      'arg 0'],
    ['WebDriver#executeAsyncScript', 'exec',      'arg 0'],
    ['WebDriver#executeScript',      'exec',      'arg 0', { script: true }],
    ['WebDriver#get',                'read',      'arg 0', { openWorld: true }],
    ['WebDriver#get*',               'read',      'this'],
    ['WebDriver#printPage',          'read',      'arg 0'],
    ['WebDriver#takeScreenshot',     'read',      'this'],
    ['WebElement#clear',             'external',  'this',  { openWorld: true, reversible: true }],
    ['WebElement#click',             'external',  'this',  { openWorld: true }],
    ['WebElement#get*',              'read',      'this'],
    ['WebElement#is*',               'read',      'this'],
    ['WebElement#sendKeys',          'external',  'arg 0', { openWorld: true, reversible: true }],
    ['WebElement#submit',            'external',  'this',  { openWorld: true }],
    ['WebElement#takeScreenshot',    'read',      'this'],
  ],

  harmless: [
    'Actions#*', 'Builder#*', 'By.*', 'TargetLocator#*', 'WebDriver#actions', 'WebDriver#close', 'WebDriver#findElement*',
    'WebDriver#getCapabilities', 'WebDriver#getExecutor', 'WebDriver#getSession', 'WebDriver#manage', 'WebDriver#navigate',
    'WebDriver#quit', 'WebDriver#setFileDetector', 'WebDriver#sleep', 'WebDriver#switchTo', 'WebDriver#wait',
    'WebElement#findElement*', 'WebElement#getDriver', 'until.*',
  ],
});
