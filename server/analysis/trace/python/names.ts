/** Names in Python packages: what is imported from a module of a package is often known under the name of the package alone. */
import { describesClass, type Entry } from '../library-entry.js';

/** `agents.tool.FunctionTool` looks like a class, `agents.tool.function_tool` does not. */
export function isClassName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return /^_{0,2}[A-Z]/.test(name) && !/^[A-Z0-9_]+$/.test(name);
}

const beginnings = new WeakMap<Entry, ReadonlySet<string>>();

/** Every beginning of a path that something is known of, up to the name of a class or function. */
function beginningsOf(entry: Entry): ReadonlySet<string> {
  let known = beginnings.get(entry);
  if (known === undefined) {
    const found = new Set<string>(entry.exports);
    const paths = [
      ...entry.rows.keys(),
      ...entry.harmless,
      ...entry.fresh,
      ...entry.asks,
      ...entry.identity.keys(),
      ...entry.retries.keys(),
    ];
    for (const path of [...paths, ...entry.instances.keys(), ...entry.instances.values(), ...entry.bases.keys(), ...entry.yields.keys()]) {
      const plain = /^[\w.]*/.exec(path)![0];
      for (let end = plain.indexOf('.'); end > 0; end = plain.indexOf('.', end + 1)) found.add(plain.slice(0, end));
      if (plain !== '') found.add(plain);
    }
    beginnings.set(entry, (known = found));
  }
  return known;
}

/** The longest end of a path that something is known of; the whole path when nothing is. */
export function knownEnd(entry: Entry, path: string): string {
  const known = beginningsOf(entry);
  for (let at = 0; at >= 0 && at < path.length;) {
    const end = path.slice(at);
    if (known.has(end)) return end;
    const dot = path.indexOf('.', at);
    at = dot < 0 ? -1 : dot + 1;
  }
  // A class that only a star speaks of: `client.CoreV1Api`, `aio.ComputeManagementClient`. What waits is like what does not: `AsyncDAVClient`.
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (!isClassName(last) || describesClass(entry, path)) return path;
  return [last, last.replace(/^(?:Async|Aio)(?=[A-Z])/, '')].find((name) => describesClass(entry, name)) ?? path;
}
