import { weaker } from './certainty.js';
import { isSandboxed } from './effects-of.js';
import type { Certainty, Effect, Evidence, Place, Tool } from './model.js';

/**
 * What a parameter becomes, or becomes a part of: a command line, a program, SQL text, code, an address, a path of the file system, what
 * narrows a change of many things, an amount of money, the method of a request, the fields of what is written (these only where somebody
 * hears of it).
 */
export type ReachKind = 'shell' | 'program' | 'sql' | 'code' | 'url' | 'path' | 'filter' | 'amount' | 'method' | 'fields';

/**
 * Text of a parameter that reaches what an effect runs, asks or touches. Numbers, values that a schema lists and what was quoted or made
 * into something else on the way are no such text.
 */
export interface Reach {
  readonly kind: ReachKind;
  /** Path from the input: `file`, `options.file`; `*` for items. Empty for the input itself. */
  readonly parameter: string;
  /** All of it, and not a part beside what the code says. */
  readonly whole: boolean;
  /** Signs of it were replaced on the way. */
  readonly rewritten?: true;
  /** It stands behind other signs in the name of a file, and nobody works the path out: `../` in it leads to a folder that there is not. */
  readonly inName?: true;
  /** What it was held against on the way: a list of what is allowed, a pattern, a root, a function that refuses, the schema. */
  readonly checkedBy?: Check;
  /** `url`: the request carries a credential that the model did not pass. */
  readonly credentials?: true;
  /** The expression that puts it into a text of the code, outside of quotes. */
  readonly hole?: Place;
  /** The schema tells that it is text. */
  readonly typed?: true;
}

export interface Check extends Evidence {
  /** It only looks at a part of the text, such as its beginning, which is easily passed. */
  readonly partly?: true;
}

/** One parameter that reaches an effect. */
export interface Exposed {
  readonly effect: Effect;
  readonly reach: Reach;
  /** Something stands in between that is easily passed: a look at the beginning, replaced signs, a human who is asked. */
  readonly held?: Evidence;
  readonly certainty: Certainty;
}

/** Libraries whose things of the file system are named by something else than a path. */
const pathless =
  /^(?:git|simple-git|isomorphic-git|dulwich|conf|configstore|e2b|@e2b\/\S+|@vercel\/sandbox|@daytonaio\/sdk|playwright(?:-core)?|puppeteer|pyppeteer|basic-ftp|ftplib|ssh2|node-ssh|ssh2-sftp-client|paramiko|fabric|minio|boto3|kubernetes|@kubernetes\/\S+|@azure\/\S+|@google-cloud\/\S+|google\.cloud\.\S+): /;

/**
 * The parameters whose text reaches an effect as one of these, and that no list, root or function which refuses was asked about first:
 * each once, on the way on which least stands in between.
 */
export function exposedTo(tool: Tool, kinds: readonly ReachKind[], counts: (effect: Effect) => boolean = () => true): readonly Exposed[] {
  const found = new Map<string, Exposed>();
  for (const effect of tool.effects.known) {
    if (isSandboxed(effect) || !counts(effect)) continue;
    for (const reach of effect.reaches ?? []) {
      if (reach.kind === 'path' && (effect.own || effect.prepares === true)) continue;
      if (!kinds.includes(reach.kind) || (reach.kind === 'path' && pathless.test(effect.api))) continue;
      if (reach.checkedBy !== undefined && reach.checkedBy.partly !== true) continue;
      const one = exposure(tool, effect, reach);
      const known = found.get(reach.parameter);
      if (known === undefined || rank(one) < rank(known)) found.set(reach.parameter, one);
    }
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function exposure(tool: Tool, effect: Effect, reach: Reach): Exposed {
  const isAsked = tool.gate.kind === 'always' || (tool.gate.kind === 'conditional' && tool.gate.unseen !== true);
  const gate = isAsked ? tool.gate.because : undefined;
  const replaced = reach.rewritten === true ? { file: effect.file, span: effect.span, label: 'signs of it are replaced first' } : undefined;
  const held = reach.checkedBy ?? replaced ?? effect.restrictedBy ?? effect.approvedBy ?? gate;
  const certainty =
    held !== undefined || effect.sometimes === true || reach.inName === true
      ? 'possible'
      : reach.typed === true
        ? effect.certainty
        : weaker(effect.certainty, 'probable');
  return { effect, reach, certainty, ...(held === undefined ? {} : { held }) };
}

function rank({ held, reach, effect }: Exposed): number {
  return (held === undefined ? 0 : 8) + (reach.whole ? 4 : 0) + (effect.certainty === 'certain' ? 0 : 2) + (effect.ensures ? 1 : 0);
}

/** Parameters in a sentence: "`host`", "`host` and `port`", "`host` and 2 others". */
export function listed(all: readonly Exposed[]): string {
  const names = [...new Set(all.map(({ reach }) => (reach.parameter === '' ? 'its input' : `\`${reach.parameter}\``)))];
  return names.length < 3 ? names.join(' and ') : `${names[0]} and ${names.length - 1} others`;
}
