import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the language servers that this extension host has started, directly or not. */
export function serverProcesses(): readonly number[] {
  const all = listProcesses();
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const isOurs = (id: number): boolean => {
    for (let at: number | undefined = id, depth = 0; at !== undefined && depth < 20; at = parents.get(at), depth++) {
      if (at === process.pid) return true;
    }
    return false;
  };
  return all.filter(({ id, command }) => /[\\/]dist[\\/]server\.cjs/.test(command) && isOurs(id)).map(({ id }) => id);
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

function listProcesses(): readonly Process[] {
  return process.platform === 'linux' ? readProc() : readPs();
}

/** Slim Linux installations have no `ps`. */
function readProc(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d{1,10}$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s{0,5}(\d{1,10})$/m.exec(status)?.[1]);
      return [{ id: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      return []; // ended between listing and reading
    }
  });
}

function readPs(): readonly Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [id, parent, ...command] = line.trim().split(' ').filter(Boolean);
    return id === undefined ? [] : [{ id: Number(id), parent: Number(parent), command: command.join(' ') }];
  });
}
