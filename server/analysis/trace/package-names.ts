/** Names of packages. */
import { matchesGlob } from '../glob.js';
import { isPythonName } from '../languages.js';

/** A star stands for a part of a package's name, not for a path inside it. */
export function isOfFamily(library: string, pattern: string): boolean {
  const steps = isPythonName(library) ? '.' : '/';
  return matchesGlob(pattern, library) && pattern.split(steps).length === library.split(steps).length;
}

/** The package of a specifier, without the path in it. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Those that are imported without `node:`; younger ones are not, so that packages may have their names. */
export const builtinModules = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https ' +
    'inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls ' +
    'trace_events tty url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);
