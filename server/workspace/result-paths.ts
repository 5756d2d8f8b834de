import type { ReleaseGate } from '../../rules/kit/index.js';
import type { Host } from './host.js';
import { dirname, join } from './paths.js';

/** The path that a gate means. */
export function pathOf({ results, at }: ReleaseGate): string {
  return join(dirname(at.results.file), results);
}

/** What stands at a path whose steps may hold `*`. */
export async function placesAt(path: string, host: Pick<Host, 'list' | 'stat'>): Promise<readonly string[]> {
  if (!path.includes('*')) return (await host.stat(path)) === undefined ? [] : [path];
  const fixed = path.lastIndexOf('/', path.indexOf('*'));
  let folders = [path.slice(0, fixed) || '/'];
  const steps = path.slice(fixed + 1).split('/');
  for (const [i, step] of steps.entries()) {
    const next: string[] = [];
    for (const folder of folders) {
      if (!step.includes('*')) {
        next.push(join(folder, step));
        continue;
      }
      const entries = await host.list(folder);
      if ('problem' in entries) continue;
      const fits = fitting(step);
      for (const { name, kind } of entries) if (fits(name) && (kind !== 'file' || i === steps.length - 1)) next.push(join(folder, name));
    }
    folders = next;
  }
  const found: string[] = [];
  for (const one of folders.sort()) if ((await host.stat(one)) !== undefined) found.push(one);
  return found;
}

/** Names that a step with `*` in it means; found part by part, since patterns come from a file. */
function fitting(step: string): (name: string) => boolean {
  const [first = '', ...parts] = step.split('*');
  const last = parts.pop() ?? '';
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
    let at = first.length;
    for (const part of parts) {
      const found = name.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= name.length - last.length;
  };
}
