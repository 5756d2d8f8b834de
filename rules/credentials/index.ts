import type { CredentialKnowledge, Vendors } from '../kit/index.js';
import { approvals } from './approvals.js';
import { clients } from './clients.js';
import { configs } from './configs.js';
import developer from './developer.js';
import { managedHosts, schemes, twins } from './hosts.js';
import { loaders } from './loaders.js';
import messages from './messages.js';
import models from './models.js';
import { words } from './names.js';
import { environmentWords, paths, scannerWords } from './paths.js';
import payments from './payments.js';
import { placeholders } from './placeholders.js';
import platforms from './platforms.js';
import { scripts } from './scripts.js';
import { servers } from './servers.js';
import { targets } from './targets.js';
import telemetry from './telemetry.js';

const vendors: readonly Vendors[] = [payments, platforms, developer, telemetry, messages, models];

/** Everything that is known about credentials, in one value for the analysis. */
export const credentials: CredentialKnowledge = {
  shapes: vendors.flatMap((vendor) => vendor.shapes),
  named: vendors.flatMap((vendor) => vendor.named),
  fields: new Map(vendors.flatMap(({ field, shapes, named }) => [...shapes, ...named].map((row) => [row[1], field] as const))),
  twins,
  managedHosts,
  schemes,
  words,
  placeholders,
  paths,
  environmentWords,
  clients,
  configs,
  loaders,
  approvals,
  scripts,
  targets,
  servers,
  scannerWords,
};
