/** What names say by their first word, for calls that nothing better is known of. */
import { plainName } from '../languages.js';
import { byName, type EffectClass, type Resource } from '../../../rules/kit/index.js';
import { plainEffect, type Outcome } from './direct-effect.js';
import type { ExternalValue } from './value.js';

const verbs: readonly (readonly [RegExp, EffectClass])[] = [
  [
    /^(?:get|list|find|search|fetch|read|query|describe|show|count|has|is|check|lookup|retrieve|load|select|head|exists|inspect|parse|format|render|validate|calculate|compute|convert|to|from|view|ls|info|status|whoami|browse|peek|poll|preview|estimate|summarize|export|download|compare|diff|analyze|explain|derive|normali[sz]e|saniti[sz]e|encode|decode|serialize|deserialize|stringify|tokenize|escape|unescape)$/,
    'read',
  ],
  [
    /^(?:delete|remove|destroy|drop|purge|truncate|erase|wipe|revoke|terminate|cancel|abort|uninstall|rm|del|kill|prune|clear|reset|discard|eject|evict|expel)$/,
    'destroy',
  ],
  [/^(?:send|publish|notify|charge|refund|pay|transfer|deploy|email|post|broadcast|reply|forward)$/, 'external'],
  [/^(?:create|insert|add|append|push|register|enqueue|submit|upload|copy|clone|duplicate|import|new)$/, 'write.add'],
  [
    /^(?:update|set|put|upsert|replace|patch|save|write|rename|move|enable|disable|assign|merge|edit|modify|configure|archive|unarchive|trash|untrash|mark|close|reopen|complete|unpublish|mv)$/,
    'write.set',
  ],
  [/^(?:exec|execute|eval|run|spawn)$/, 'exec'],
];

/** Verbs of changing that are too common as words, unless something is said to be changed: `linkTaskToGoal`. */
const withObject =
  /^(?:accept|activate|approve|attach|deactivate|decline|detach|dismiss|link|lock|pause|pin|rearrange|reject|rename|reorder|reschedule|restore|resume|rotate|star|subscribe|transition|unlink|unlock|unsubscribe)(?=[A-Z_-])/;

/** Words in front of a verb that say how it is done, not what. */
const manner = /^(?:batch|bulk|multi)(?=[A-Z_-][A-Za-z])[_-]?/;

/** The first word of a name, as a verb. */
export const verbClass = byName((name): EffectClass | undefined => {
  const plain = name.replace(/^[A-Z]/, (letter) => letter.toLowerCase()).replace(manner, '');
  const first = /^_*([A-Z]?[a-z]+|[A-Z]+(?![a-z]))/.exec(plain)?.[1]?.toLowerCase();
  if (first === undefined) return undefined;
  return verbs.find(([pattern]) => pattern.test(first))?.[1] ?? (withObject.test(plain) || undoes(first) ? 'write.set' : undefined);
});

/** `uncompleteTask`, `unassignUser`: what was set is set back. */
function undoes(word: string): boolean {
  const undone = /^un([a-z]{3,20})$/.exec(word)?.[1];
  return undone !== undefined && verbs.some(([pattern, change]) => change === 'write.set' && pattern.test(undone));
}

/** The name of a tool from its verb on: `crm_search_contacts` begins with the name of the vendor. */
export const withoutVendor = byName((name) => {
  const plain = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  return verbClass(plain) === undefined ? plain.replace(/^[A-Za-z0-9]{1,30}[_-]+/, '') : plain;
});

/** What only a sub-command says; as names of functions these words are too common. */
const moreVerbs: readonly (readonly [RegExp, EffectClass])[] = [
  [/^(?:export|download|view|preview|diff|status|stat|info|ls|logs?|watch|tail|verify|version)$/, 'read'],
  [/^(?:clear|reset|prune|empty|abort|kill|rm|stop)$/, 'destroy'],
  [/^(?:copy|duplicate|clone|fork|import|comment|reply|new)$/, 'write.add'],
  [/^(?:modify|edit|change|mark|archive|unarchive|close|reopen|configure|link|unlink|label|apply|sync)$/, 'write.set'],
];

/** What the words of a command say that runs a program nobody described: `drive files list`, `apps:create`. The last verb counts. */
export function verbOfCommand(words: readonly string[]): EffectClass | undefined {
  const found = words
    .flatMap((word) => word.split(':'))
    .map((word) => verbClass(word) ?? moreVerbs.find(([pattern]) => pattern.test(word))?.[1])
    .findLast((verb) => verb !== undefined);
  return found === 'exec' ? undefined : found;
}

/** A function of a package, and no method, that makes a thing of the program. */
const builder =
  /^(?:create|make|build|new)[A-Za-z0-9]{0,40}(?:Adapter|Agent|Builder|Client|Command|Config|Context|Fetch|Logger|Options|Parser|Provider|Proxy|Query|Schema|Store|Stream|Transport)$/;

/** `create_client` as `createClient`. */
export function spelledAlike(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Methods that sign in or count. */
const entering = /^(?:authenticate|authori[sz]e|log_?[iI]n|refresh_?(?:[aA]ccess_?)?[tT]oken|sign_?[iI]n|track)(?:$|[A-Z_])/;

/** Something that a client keeps of earlier answers, and is told to keep or to forget. */
const held = /(?:[cC]ache|[a-z]Info|[mM]emo)\.(?:clear|reset|set|delete|remove|invalidate)$/;

/**
 * A call that nobody described, of a package that may be: a clear verb says what it does, as `probable` at most. `about` is what is
 * known of the package as a whole.
 */
export function byVerb(callee: ExternalValue, about?: { readonly resource: Resource; readonly openWorld: boolean }): Outcome {
  const name =
    callee.path
      .split(/[.#]/)
      .findLast((part) => part !== '')
      ?.replace('()', '') ?? callee.library;
  if (builder.test(spelledAlike(callee.path))) return { kind: 'harmless' };
  if (entering.test(name))
    return {
      kind: 'effects',
      effects: [],
      named: true,
      unresolved: `\`${plainName(callee.library)}\` is not described; \`${name}\` signs in or counts`,
    };
  const what = about === undefined ? `\`${plainName(callee.library)}\`` : `\`${callee.path}\` of \`${plainName(callee.library)}\``;
  if (about !== undefined && verbClass(name) === 'exec') return { kind: 'unknown', reason: `${what} is not described` };
  const resource = held.test(callee.path) ? 'cache' : (about?.resource ?? 'other');
  return saidBy(name, `${what} is not described`, `${plainName(callee.library)}: ${callee.path}`, {
    resource,
    openWorld: about?.openWorld ?? false,
  });
}

/** What is called through an interface may be one of several; whichever it is, it does what its name says. */
export function byInterface(method: string, label: string): Outcome {
  const reason = 'which object it is could not be told';
  if (verbClass(method) !== undefined && isServing(label))
    return { kind: 'effects', effects: [], unresolved: `${reason}; it serves the program itself`, named: true };
  if (onlyShows(method)) return { kind: 'effects', effects: [], unresolved: `${reason}; by its name it only shows something`, named: true };
  return saidBy(method, reason, `interface: ${label}`);
}

/** A function that a program may put in its own place: `client_factory()` hands out an object. */
export function handsOut(name: string): Outcome | undefined {
  if (!/[a-z](?:_?[Ff]actory|_?[Pp]rovider|_?[Gg]etter|_?[Ss]upplier)$/.test(name)) return undefined;
  const reason = 'which function it is could not be told; by its name it hands out an object';
  return { kind: 'effects', effects: [], unresolved: reason, named: true };
}

/** Something is brought before the eyes of who sits there: `ide.openFile(path)`. */
export function onlyShows(name: string): boolean {
  return showing.test(name);
}

const showing = /^(?:focus|open|reveal)_?(?:Diff|Document|Editor|File|Link|Panel|Preview|Settings|Ur[il]|URL)$/;

/** A method of an object that a program has for itself. */
export function isServing(label: string): boolean {
  return serving.test(label.split('.').at(-2) ?? '');
}

const serving = /cache|memo|log(?:ger)?$|metric|telemetry|tracer|tracing|analytics|spinner|progress/i;

function saidBy(name: string, why: string, api: string, about?: { readonly resource: Resource; readonly openWorld: boolean }): Outcome {
  const found = verbClass(name);
  if (found === undefined) return { kind: 'unknown', reason: why };
  return {
    kind: 'effects',
    unresolved: found === 'exec' ? why : `${why}; the name \`${name}\` says what it does`,
    effects: [
      {
        // What is run may be anything.
        ...plainEffect({ class: found, resource: about?.resource ?? 'other', api, certainty: found === 'exec' ? 'possible' : 'probable' }),
        openWorld: about?.openWorld ?? false,
        named: true,
      },
    ],
  };
}
