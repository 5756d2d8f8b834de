import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'configparser',
  language: 'python',
  reference: 'https://docs.python.org/3/library/configparser.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { ConfigParser: 'RawConfigParser', SafeConfigParser: 'RawConfigParser' },

  calls: [
    ['RawConfigParser#read', 'read', 'arg 0:filenames'],
  ],

  harmless: [
    'BasicInterpolation', 'ConverterMapping', 'ExtendedInterpolation', 'LegacyInterpolation', 'RawConfigParser#*', 'SectionProxy#*',
  ],
});
