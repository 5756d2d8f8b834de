/** A script for a page that the program brings along: written down in it, in a file beside it, or as a function that is sent. */
import type { PageKnowledge } from '../../../rules/kit/index.js';
import { sectionsOf } from '../syntax/sections.js';
import type { FunctionNode, Module } from '../syntax/ir.js';
import { readTypeScript } from '../syntax/typescript/read.js';
import { deedsOf, type Deeds } from './page-deeds.js';
import { pathOf } from './python/loading.js';
import { openedFile } from './python/handles.js';
import { fromModel } from './some-part.js';
import { textHoles, textParts } from './text-parts.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Value } from './value.js';

const worst: readonly Deeds[] = ['looks', 'keeps', 'acts'];

/** What the worst of the texts that it may be does; `acts` when it is not known, or the model writes code in it. */
export function pageScript(tracer: Tracer, knowledge: PageKnowledge, script: Value | undefined): Deeds {
  if (script === undefined) return 'acts';
  const found = optionsOf(script).map((option) => deeds(tracer, knowledge, option));
  return worst.findLast((one) => found.includes(one)) ?? 'acts';
}

function deeds(tracer: Tracer, knowledge: PageKnowledge, script: Value): Deeds {
  const code = codeOf(tracer, script);
  if (code === undefined || (code.kind === 'module' && (code.problems.length > 0 || code.body.length === 0))) return 'acts';
  return deedsOf(knowledge, code);
}

const read = new WeakMap<Value, Module>();

function codeOf(tracer: Tracer, script: Value): Module | FunctionNode | undefined {
  switch (script.kind) {
    case 'function':
      return script.env.module.language === 'typescript' && script.bound === undefined ? script.fn : undefined;
    case 'constant':
    case 'text': {
      if ((script.kind === 'constant' && typeof script.value !== 'string') || !textHoles(script).every(isData)) return undefined;
      let module = read.get(script);
      if (module === undefined) read.set(script, (module = parsed(textParts(script).join(' 0 '))));
      return module;
    }
    case 'derived': {
      // A name in the text is filled in, by something that is not the model's.
      const [text, ...others] = script.from;
      if (/^\.?replace(?:All)?(?:\(\))?$/.test(script.operation) && text !== undefined && others.every(isData)) return codeOf(tracer, text);
      return /(?:^|[.#])(?:read|read_text)(?:\(\))?$/.test(script.operation) ? brought(tracer, script) : undefined;
    }
    default:
      return undefined;
  }
}

/** A file of the workspace that is read. */
function brought(tracer: Tracer, { read: from, from: [handle] }: Value & { kind: 'derived' }): Module | undefined {
  const subject = from?.subject ?? (handle === undefined ? undefined : openedFile(handle));
  const file = subject === undefined ? undefined : pathOf(subject);
  const module = file === undefined || !/\.[cm]?js$/.test(file) ? undefined : tracer.moduleEnv(file)?.module;
  if (module?.kind !== 'module') return undefined;
  tracer.touchAll(sectionsOf(module));
  return module;
}

/** `() => document.title` and `function () {}` are expressions. */
function parsed(text: string): Module {
  const inBrackets = readTypeScript('script.js', `(${text}\n)`);
  return inBrackets.problems.length === 0 ? inBrackets : readTypeScript('script.js', text);
}

/** The program's own, or written as data whoever says it. */
function isData(hole: Value): boolean {
  return optionsOf(hole).every(
    (option) =>
      option.kind !== 'unknown' &&
      (!fromModel(option) || (option.kind === 'derived' && /(?:^|\.)(?:dumps|stringify)\(\)$/.test(option.operation))),
  );
}
