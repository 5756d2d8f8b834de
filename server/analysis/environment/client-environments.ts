/** Clients of packages that code makes for production, by a word of their own: `environment: 'production'`, `sandbox: false`. */
import type { ClientEnvironment } from '../../../rules/kit/index.js';
import type { Expression, Module } from '../syntax/ir.js';
import { calleeText, isForeign, isTelemetry, packageOf } from './foreign.js';
import { lastName } from '../syntax/last-name.js';
import { walkModule } from './walk.js';

export type FoundClient = Omit<ClientEnvironment, 'inTests' | 'because' | 'ofDevelopment'>;

const environments = /^(?:env|environment|mode|stage|target_?env(?:ironment)?)$/i;
const sandboxes = /^(?:(?:is|use|in)_?)?(?:sandbox|sandboxed|test_?mode|testing|testnet)$/i;
const production = /^(?:production|prod|live|prd)$/i;

/** A text may hold such a client. */
export function mayMakeClient(text: string): boolean {
  return /sandbox|test_?mode|testnet|environment|\benv\b|\bmode\b|\bstage\b/i.test(text) && /false|prod|live/i.test(text);
}

/** In source order. */
export function clientEnvironments(module: Module): readonly FoundClient[] {
  const found: FoundClient[] = [];
  const isPython = module.language === 'python';
  walkModule(module, (node, { name, call, object }) => {
    if (call === undefined || name === undefined || !isForeign(call) || isTelemetry(call)) return true;
    // Programs that build, bundle and serve have modes; what has none of its own chooses no target.
    if (/vite|webpack|rollup|esbuild|next|express|fastify|babel|rspack|parcel|astro|nuxt/i.test(packageOf(call.callee))) return true;
    const isOption = object !== undefined || call.args.some((arg) => arg.value === node && arg.name !== undefined);
    const word = isOption ? wordOf(node) : undefined;
    if (word === undefined) return true;
    const isSandbox = sandboxes.test(name) && word === 'false';
    if (!isSandbox && !(environments.test(name) && production.test(word))) return true;
    // A literal of a vendor's own enumeration is left to whoever knows its other members.
    const instead = isSandbox ? (isPython ? 'True' : 'true') : undefined;
    const shown = `${name}: ${node.kind === 'member' ? `${lastName(node.object) ?? ''}.${word}` : word}`;
    found.push({
      file: module.file,
      span: node.span,
      shown: shown.slice(0, 60),
      client: calleeText(call).slice(0, 40),
      ...(instead === undefined ? {} : { instead }),
    });
    return true;
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** A constant, or a member of an enumeration: `Environment.Production`. */
function wordOf(node: Expression): string | undefined {
  if (node.kind === 'literal') return typeof node.value === 'string' || node.value === false ? String(node.value) : undefined;
  if (node.kind !== 'member' || typeof node.property !== 'string') return undefined;
  return /environment|env$|mode/i.test(lastName(node.object) ?? '') ? node.property : undefined;
}
