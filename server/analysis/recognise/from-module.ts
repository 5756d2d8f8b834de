/** Modules that are tools because of the folder that they stand in. */
import type { Framework, ToolModule } from '../../../rules/kit/index.js';
import { slotBelow } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, record, undefinedValue, type FunctionValue, type Value } from '../trace/value.js';
import type { Collected } from './definition.js';
import type { ModuleDraft } from './draft.js';
import { placeOf } from './definition-place.js';
import { field, firstField, labelled, names, namesIn, optional, shaped } from './fields.js';

/** How a file is a tool. */
export interface ModuleForm {
  readonly framework: Framework;
  readonly library: string;
  readonly form: ToolModule;
}

/** What is asked about a file, the cheaper questions first: most files are no such module, and are not read to find that out. */
export interface ModuleSigns {
  readonly file: string;
  readonly language: Framework['language'];
  /** The package is used there. */
  used(library: string): boolean;
  /** The text has the word. */
  mentions(word: string): boolean;
  /** The file is read, and exports the name. */
  exports(name: string): boolean;
}

/** By its path, or by what its text holds, a file may have one of these forms. */
export function mayBeModule(frameworks: readonly Framework[], file: string, language: Framework['language'], text: string): boolean {
  return frameworks.some((framework) => formsOf(framework, file, language, (word) => text.includes(word)).length > 0);
}

function formsOf(
  framework: Framework,
  file: string,
  language: Framework['language'],
  mentions: (word: string) => boolean,
): readonly ToolModule[] {
  if (framework.language !== language || /\.d\.[cm]?ts$/.test(file)) return [];
  return (framework.modules ?? []).filter((item) =>
    item.export === undefined ? file.includes(`/${item.folder ?? ''}/`) : mentions(item.export),
  );
}

/** The form that a file has by its path or by what it exports, when the package is used there. */
export function moduleFormOf(frameworks: readonly Framework[], signs: ModuleSigns): ModuleForm | undefined {
  const { file, language } = signs;
  for (const framework of frameworks) {
    const forms = formsOf(framework, file, language, signs.mentions);
    const library = forms.length === 0 ? undefined : framework.packages.find((name) => signs.used(name));
    const form = library === undefined ? undefined : forms.find((item) => item.export === undefined || signs.exports(item.export));
    if (form !== undefined && library !== undefined) return { framework, library, form };
  }
  return undefined;
}

/** The tool that a module is; without a function to run it is none. */
export function fromModule(tracer: Tracer, draft: ModuleDraft, into: Collected): void {
  const { env, form } = draft;
  if (form.export !== undefined) return described(tracer, draft, form.export, into);
  const { shape } = form;
  const { file } = env.module;
  const module: Value = { kind: 'namespace', file };
  const exported = (paths: readonly (string | undefined)[]): Value | undefined => {
    const heads = new Set(env.module.exports.map(({ name }) => name));
    return firstField(tracer, module, paths.filter((path) => path !== undefined && heads.has(path.split('.')[0]!)) as readonly string[]);
  };
  const handler = exported(shape.handler ?? []);
  const runs = optionsOf(handler ?? undefinedValue).find((option): option is FunctionValue => option.kind === 'function');
  if (handler === undefined || (runs === undefined && handler.kind !== 'external' && handler.kind !== 'derived')) return;
  const at =
    runs === undefined
      ? { file, span: env.module.exports.find(({ name }) => name === 'default')?.span ?? { start: 0, end: 0 } }
      : { file: runs.env.module.file, span: runs.fn.span };
  const said = names(exported([String(shape.name)]));
  const about = env.module.exports.some(({ name }) => name === shape.hints?.split('.')[0])
    ? field(tracer, module, shape.hints?.split('.')[0])
    : undefined;
  const hintSlot = about?.kind === 'object' ? slotBelow(about, shape.hints!.split('.').slice(1)) : undefined;
  for (const name of said.length > 0 ? said : [{ text: nameOf(file), at: undefined }]) {
    into.definitions.push({
      framework: draft.framework,
      library: draft.library,
      name: name.text,
      nameAt: name.at ?? at,
      at,
      gateSlots: {},
      ...optional('title', exported([shape.title])),
      ...optional('description', exported(shape.description)),
      ...optional('input', exported(shape.input)),
      ...optional('hints', exported([shape.hints])),
      ...labelled(tracer, shape, module),
      ...(hintSlot === undefined ? {} : { hintSlot }),
      handler,
    });
  }
}

/** An export describes the function that has its name. */
function described(tracer: Tracer, { framework, library, form, env }: ModuleDraft, name: string, into: Collected): void {
  const module: Value = { kind: 'namespace', file: env.module.file };
  const spec = field(tracer, module, name);
  if (spec?.kind !== 'object') return;
  for (const said of namesIn(tracer, spec, form.shape)) {
    const handler = optionsOf(field(tracer, module, said.text) ?? undefinedValue).find((option) => option.kind === 'function');
    const at = placeOf(spec);
    if (handler === undefined || at === undefined) continue;
    const { inputAt } = form.shape;
    into.definitions.push({
      framework,
      library,
      name: said.text,
      nameAt: said.at ?? at,
      at,
      functionAt: { file: handler.env.module.file, span: handler.fn.span },
      gateSlots: {},
      ...shaped(tracer, form.shape, spec),
      handler,
      ...(typeof inputAt === 'string' ? { argumentsOf: (_fn: FunctionValue, input: Value) => [record({ [inputAt]: input }, true)] } : {}),
    });
  }
}

/** The last part of the path, without its extension. */
function nameOf(file: string): string {
  const last = file.slice(file.lastIndexOf('/') + 1);
  return last.replace(/\.[^.]*$/, '');
}
