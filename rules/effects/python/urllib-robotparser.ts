import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'urllib.robotparser',
  language: 'python',
  reference: 'https://docs.python.org/3/library/urllib.robotparser.html',
  origin: 'read',
  resource: 'network',

  calls: [
    ['RobotFileParser#read', 'read', 'this'],
  ],

  harmless: ['RobotFileParser#*'],
});
