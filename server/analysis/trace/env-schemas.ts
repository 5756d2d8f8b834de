/** Packages that check the variables of the environment once, and hand them on by their names. */
import { memberOf } from './members.js';
import type { Tracer } from './tracer.js';
import type { ExternalValue, Value } from './value.js';

/** What `createEnv({ runtimeEnv })` and `cleanEnv(process.env, …)` answer: the variables, as far as the program sees them. */
export function checkedEnvironment(tracer: Tracer, { library, path }: ExternalValue, args: readonly Value[]): Value | undefined {
  if (library === 'envalid' && /^(?:cleanEnv|customCleanEnv)$/.test(path)) return args[0];
  if (!/^@t3-oss\/env-(?:core|nextjs|nuxt)$/.test(library) || path !== 'createEnv') return undefined;
  const [options] = args;
  for (const key of options?.kind === 'object' ? ['runtimeEnv', 'runtimeEnvStrict'] : []) {
    if (options?.kind === 'object' && options.properties.has(key)) return memberOf(tracer, options, key);
  }
  return tracer.external('global', 'process.env');
}
