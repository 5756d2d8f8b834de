import type { CommandTable } from '../kit/index.js';
import { cloud } from './commands/cloud.js';
import { databases } from './commands/databases.js';
import { files } from './commands/files.js';
import { forced } from './commands/forced.js';
import { git } from './commands/git.js';
import { network } from './commands/network.js';
import { packages } from './commands/packages.js';
import { shells } from './commands/shells.js';
import { system } from './commands/system.js';

export type { CommandTable } from '../kit/index.js';

const programs: CommandTable = { ...cloud, ...databases, ...files, ...git, ...network, ...packages, ...shells, ...system };

/** Every program that somebody looked at. */
export const commands: CommandTable = Object.fromEntries(
  Object.entries(programs).map(([name, program]) => [name, forced[name] === undefined ? program : { ...program, forced: forced[name] }]),
);
