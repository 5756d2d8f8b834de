import type { ChanceTable } from '../kit/index.js';

/** The clock and chance of the languages, and of what is mostly asked for them. */
export const chance: ChanceTable = {
  typescript: {
    global: {
      Date: 'time',
      'Date.now': 'time',
      'Math.random': 'random',
      'crypto.getRandomValues': 'random',
      'crypto.randomUUID': 'uuid',
      'performance.now': 'time',
    },
    'node:crypto': { randomBytes: 'random', randomInt: 'random', randomUUID: 'uuid' },
    uuid: { v1: 'uuid', v4: 'uuid', v6: 'uuid', v7: 'uuid' },
    nanoid: { nanoid: 'uuid' },
    ulid: { ulid: 'uuid' },
    '@paralleldrive/cuid2': { createId: 'uuid' },
  },
  python: {
    datetime: { 'date.today': 'time', 'datetime.now': 'time', 'datetime.today': 'time', 'datetime.utcnow': 'time' },
    random: {
      choice: 'random',
      choices: 'random',
      randint: 'random',
      random: 'random',
      randrange: 'random',
      sample: 'random',
      shuffle: 'random',
      uniform: 'random',
    },
    secrets: { token_hex: 'random', token_urlsafe: 'random', choice: 'random' },
    time: { monotonic: 'time', time: 'time', time_ns: 'time' },
    uuid: { uuid1: 'uuid', uuid4: 'uuid' },
  },
};
