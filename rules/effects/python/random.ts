import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'random',
  language: 'python',
  reference: 'https://docs.python.org/3/library/random.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: [
    'Random#*', 'SystemRandom#*', 'betavariate', 'binomialvariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss',
    'getrandbits', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint', 'random', 'randrange', 'sample',
    'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate',
  ],
});
