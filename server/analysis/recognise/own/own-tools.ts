/** Definitions that no call of a package takes, section by section, so that an edit looks only at what it changed. */
import { allOf } from '../../syntax/inner.js';
import type { Framework, OwnShape } from '../../../../rules/kit/index.js';
import type { ClassNode, Module } from '../../syntax/ir.js';
import { isPython } from '../../syntax/read.js';
import { sectionsOf, startOf, type Section } from '../../syntax/sections.js';
import type { Env, Remembered } from '../../trace/env.js';
import type { Tracer } from '../../trace/tracer.js';
import { KeptByText } from '../../kept-by-text.js';
import type { Snapshot } from '../../snapshot.js';
import { around } from '../around.js';
import { classesOf } from '../../trace/classes.js';
import { isDecorated } from '../classes.js';
import type { Draft } from '../draft.js';
import { decidersIn } from './answers.js';
import { candidatesIn } from './candidates.js';
import { mayDescribe, ownDecoratorDrafts } from './decorators.js';
import { isTestOnly } from '../test-files.js';

type Drafts = readonly Draft[];

interface Witness {
  /** The text has the word. */
  readonly may: boolean;
  /** It has words of the protocols by which models call tools. */
  readonly calls: boolean;
}

const theWord = /[Tt]ool|TOOL/;
const protocols =
  /tool_calls?\b|tool_use\b|tool_choice|toolCalls?\b|input_schema|functionDeclarations|function_call\b|tools\/(?:call|list)/;

export class OwnTools {
  readonly #tracer: Tracer;
  readonly #framework: Framework & { readonly own: OwnShape };
  readonly #witnesses = new KeptByText(
    (text): Witness => ({ may: theWord.test(text) || mayDescribe(text), calls: protocols.test(text) }),
    (now, before) => now.may === before.may && now.calls === before.calls,
  );
  #files: { readonly may: readonly string[]; readonly calls: boolean } = { may: [], calls: false };
  #sections = new WeakMap<Section, Remembered<Drafts>>();

  constructor(tracer: Tracer, framework: Framework & { readonly own: OwnShape }) {
    this.#tracer = tracer;
    this.#framework = framework;
  }

  /** Names may mean other things than before. */
  forget(): void {
    this.#sections = new WeakMap();
  }

  /** Files that may define tools without any package. Without a sign of a model, a tool is something else. */
  files(sources: readonly string[], modelIsKnown: boolean, snapshot: Snapshot): readonly string[] {
    if (this.#witnesses.hasChanged(sources, snapshot)) {
      const own = sources.filter(
        (file) => isPython(file) === (this.#framework.language === 'python') && !isTestOnly(file.slice(snapshot.rootOf(file).length)),
      );
      const asked = own.map((file) => ({ file, witness: this.#witnesses.of(file, snapshot) }));
      this.#files = {
        may: asked.flatMap(({ file, witness }) => (witness.may ? [file] : [])),
        calls: asked.some(({ witness }) => witness.calls),
      };
    }
    return modelIsKnown || this.#files.calls ? this.#files.may : [];
  }

  /** What in a module may define a tool, or answer the calls of tools. */
  module(module: Module): Drafts {
    this.#tracer.touchOutline(module.file);
    return sectionsOf(module).flatMap((section) => this.#section(section, module));
  }

  #section(section: Section, module: Module): Drafts {
    const known = this.#sections.get(section);
    if (this.#tracer.holds(known)) return this.#tracer.reuse(known);
    const start = startOf(section);
    this.#tracer.begin(module, start, 20_000);
    const answer = this.#tracer.remember(() => {
      this.#tracer.touchAll(allOf(section));
      return this.#drafts(section, module);
    });
    this.#sections.set(section, answer);
    return answer.value;
  }

  #drafts(section: Section, module: Module): Drafts {
    const moduleEnv = this.#tracer.moduleEnv(module.file);
    if (moduleEnv === undefined) return [];
    const framework = this.#framework;
    const found = candidatesIn(section.statements, module, framework.own).flatMap((candidate): Draft[] => {
      const env = around(this.#tracer, candidate.owner, moduleEnv);
      return env === undefined ? [] : [{ kind: 'own', framework, library: framework.id, own: framework.own, candidate, env }];
    });
    found.push(...this.#decorated(section, module, moduleEnv));
    const deciders = decidersIn(section.statements, module);
    return deciders.length === 0 ? found : [...found, { kind: 'answers', framework, library: framework.id, deciders, env: moduleEnv }];
  }

  #decorated({ statements }: Section, module: Module, moduleEnv: Env): Drafts {
    const stands = ({ span }: ClassNode): boolean =>
      statements.some((statement) => statement.span.start <= span.start && span.end <= statement.span.end);
    return classesOf(module).flatMap((node): Drafts => {
      const outer = isDecorated(node) && stands(node) ? around(this.#tracer, node.outer, moduleEnv) : undefined;
      const cls = outer === undefined ? undefined : this.#tracer.evaluate(node, outer);
      return cls?.kind === 'class' ? ownDecoratorDrafts(this.#tracer, this.#framework, cls) : [];
    });
  }
}
