import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'matplotlib',
  language: 'python',
  reference: 'https://matplotlib.org/stable/api',
  origin: 'read',
  resource: 'filesystem',
  extends: { 'animation.ArtistAnimation': 'animation.Animation', 'animation.FuncAnimation': 'animation.Animation' },
  instances: { Figure: ['Figure()', 'figure.Figure()', 'pyplot.figure()', 'pyplot.gcf()'] },

  calls: [
    ['Figure#savefig',                'write.set', 'arg 0:fname'],
    ['animation.Animation#save',      'write.set', 'arg 0:filename'],
    ['backends.backend_pdf.PdfPages', 'write.set', 'arg 0:filename'],
    ['image.imread',                  'read',      'arg 0:fname'],
    ['image.imsave',                  'write.set', 'arg 0:fname'],
    ['pyplot.imread',                 'read',      'arg 0:fname'],
    ['pyplot.imsave',                 'write.set', 'arg 0:fname'],
    ['pyplot.savefig',                'write.set', 'arg 0:fname'],
  ],

  harmless: ['*', 'Axes#**', 'Figure#**', 'PdfPages#*', 'animation.Animation#*'],
});
