import { defineEffects } from '../kit/index.js';

/** Only `renderToFile` leaves something behind. */
export default defineEffects({
  library: '@react-pdf/renderer',
  language: 'typescript',
  reference: 'https://react-pdf.org/node',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['render',       'write.set', 'arg 1'],
    ['renderToFile', 'write.set', 'arg 1'],
  ],

  harmless: ['Font.*', 'StyleSheet.*', 'pdf', 'renderToBuffer', 'renderToStream', 'renderToString'],
});
