import fc from 'fast-check';

/** A run tells of the change alone: properties look at the same examples each time, and at others when they are asked to. */
const seed = process.env['DETENT_SEED'] ?? '1';
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) });
