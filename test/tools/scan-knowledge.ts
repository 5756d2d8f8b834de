import { knowledge } from '../../rules/index.js';
import type { Knowledge } from '../../server/analysis/snapshot.js';

const checks = knowledge.checks.filter(
  ({ id }) => id === 'environment/hardcoded-credential' || id === 'environment/prod-credential-in-dev-path',
);

/** All about credentials, and nothing about tools. */
export const ofCredentials: Knowledge = { ...knowledge, checks, frameworks: [], effects: [] };
