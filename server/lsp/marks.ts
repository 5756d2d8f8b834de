/** What a project knows of its own functions, offered where they are called: that one is safe to repeat, or asks a human first. */
import {
  addsWhenCalledAgain,
  changes,
  isUnsafeToRepeat,
  needsApproval,
  type Effect,
  type Evidence,
  type Place,
  type Span,
  type Tool,
} from '../../rules/kit/index.js';
import { walkModule } from '../analysis/environment/walk.js';
import type { Finding } from '../analysis/finding.js';
import type { Module } from '../analysis/syntax/ir.js';
import { readSource } from '../analysis/syntax/read.js';
import type { NameList } from './settings-edits.js';

/** A function that could be put on a list of the configuration. */
export interface Mark {
  readonly list: NameList;
  readonly name: string;
}

export interface MarkContext {
  readonly tools: readonly Tool[];
  readonly text: (file: string) => string | undefined;
}

/** Names of one list that are offered at one finding. */
const most = 3;

/** What each list promises of a function, and whether something on its way lacks just that. */
const lists: readonly { readonly list: NameList; readonly answers: RegExp; readonly lacks: (effect: Effect, tool: Tool) => boolean }[] = [
  {
    list: 'idempotencyWrappers',
    answers: /idempoten/,
    lacks: (effect) => addsWhenCalledAgain(effect) || isUnsafeToRepeat(effect),
  },
  {
    list: 'approvalWrappers',
    answers: /approval/,
    lacks: (effect, { gate }) => (gate.kind === 'none' || gate.kind === 'host') && needsApproval(effect),
  },
];

/** Marks for the function of this name, where tools reach something through it that lacks what the mark promises. */
export function marksOf(word: string, { tools, text }: MarkContext): readonly Mark[] {
  const found = new Set<NameList>();
  const named = namesIn(text);
  // Asked with each move of a cursor: most calls are called something else.
  const mayBe = ({ file, span }: Evidence): boolean => text(file)?.startsWith(word, span.end - word.length) === true;
  for (const tool of tools) {
    for (const effect of tool.effects.known) {
      if (!changes(effect) || !effect.via.some((step) => mayBe(step) && named(step) === word)) continue;
      for (const { list, lacks } of lists) if (lacks(effect, tool)) found.add(list);
    }
  }
  return lists.flatMap(({ list }) => (found.has(list) ? [{ list, name: word }] : []));
}

/** Marks that would answer a finding: for functions on the way that proves it, the one nearest to the effect last. */
export function marksFor({ ruleId, evidence }: Finding, { tools, text }: MarkContext): readonly Mark[] {
  const asked = lists.filter(({ answers }) => answers.test(ruleId));
  if (asked.length === 0) return [];
  const named = namesIn(text);
  const isShown = (place: Place): boolean => evidence.some(({ file, span }) => file === place.file && span.start === place.span.start);
  return asked.flatMap(({ list, lacks }) => {
    const names = new Set<string>();
    for (const tool of tools) {
      for (const effect of tool.effects.known) {
        if (effect.via.length === 0 || !isShown(effect) || !changes(effect) || !lacks(effect, tool)) continue;
        for (const step of effect.via) if (isShown(step) && !isRetry(step, effect)) names.add(named(step) ?? '');
      }
    }
    names.delete('');
    return [...names].slice(0, most).map((name) => ({ list, name }));
  });
}

/** What repeats an effect is the last thing that makes it safe to repeat. */
function isRetry({ file, span }: Evidence, { retriedBy }: Effect): boolean {
  return retriedBy?.file === file && retriedBy.span.start === span.start;
}

/** The names by which steps call their functions, which is what the configuration goes by; none for what the function around was handed. */
function namesIn(textOf: MarkContext['text']): (step: Evidence) => string | undefined {
  const modules = new Map<string, Module>();
  return ({ file, span }) => {
    const text = textOf(file);
    const written = text?.slice(Math.max(span.start, span.end - 200), span.end) ?? '';
    const name = /[\p{ID_Start}_$][\p{ID_Continue}$]{0,100}$/u.exec(written)?.[0];
    if (name !== written || text === undefined) return name;
    const module = modules.get(file) ?? readSource(file, text);
    modules.set(file, module);
    return isHanded(module, span) ? undefined : name;
  };
}

/** A parameter is called there: its name says nothing elsewhere. */
function isHanded(module: Module, { start }: Span): boolean {
  let isParameter = false;
  walkModule(module, (node) => {
    if (node.kind === 'name' && node.span.start === start) isParameter = node.binding?.kind === 'parameter';
    return !isParameter;
  });
  return isParameter;
}
