import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionParams,
  type Connection,
  type Hover,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { lineIndex } from '../analysis/lines.js';
import { configJsonSchema } from '../workspace/config-json-schema.js';
import { keysAt, meaningAt, writingAt, type Choice, type SchemaPart, type Writing } from '../workspace/config-place.js';
import { basename } from '../workspace/paths.js';
import { settingsName } from '../workspace/walk.js';
import type { ClientAbilities } from './abilities.js';
import type { Answering } from './answering.js';
import type { Checker } from './checker.js';
import type { OpenDocuments } from './documents.js';
import { readable } from './settings-edits.js';
import { Writer } from './writer.js';

export interface ConfigHelpOptions {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly documents: OpenDocuments;
  readonly checker: Checker;
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
  readonly pageOf: (ruleId: string) => string | undefined;
}

/** What may be written in a configuration, and what it means, by the same schema that it is checked against; in every editor. */
export class ConfigHelp {
  readonly #options: ConfigHelpOptions;
  readonly #writer: Writer;
  #schema: SchemaPart | undefined;

  constructor(options: ConfigHelpOptions) {
    this.#options = options;
    this.#writer = new Writer(options.abilities.markdown);
  }

  register(answer: Answering): void {
    this.#options.connection.onCompletion(answer('textDocument/completion', (params: CompletionParams) => this.#complete(params)));
  }

  /** What the key, or the value, at a position means. */
  hover(name: string, position: Position): Hover | undefined {
    const text = this.#textOf(name);
    if (text === undefined) return undefined;
    const lines = lineIndex(text);
    const found = readable(() => meaningAt(this.#known(), text, lines.offset(position.line, position.character)));
    if (found === undefined) return undefined;
    const { path, part, span } = found;
    return {
      contents: this.#writer.content(this.#words(path.filter((step) => typeof step === 'string').join('.'), part)),
      range: rangeOf(lines, span),
    };
  }

  async #complete({ textDocument, position }: CompletionParams): Promise<CompletionItem[]> {
    const text = this.#textOf(this.#options.documents.fileOf(textDocument.uri));
    if (text === undefined) return [];
    const lines = lineIndex(text);
    const writing = readable(() => writingAt(this.#known(), text, lines.offset(position.line, position.character)));
    if (writing === undefined) return [];
    const choices = [...writing.choices, ...this.#own(writing, text)];
    return choices.map((choice, i) => this.#item(choice, writing, rangeOf(lines, writing.span), i));
  }

  /** What only this project knows: its tools, and its names of tiers. */
  #own({ path, isKey }: Writing, text: string): readonly Choice[] {
    const tools = (): readonly Choice[] => {
      const names = this.#options.checker.last.tools.map(({ name }) => name.value);
      return [...new Set(names)].toSorted().map((value) => ({ value }));
    };
    const [field, , key] = path;
    if (isKey) return field === 'controls' && path.length === 1 ? ownTiers(text) : [];
    if (field === 'ignoreTools' || (field === 'tiers' && key === 'tools')) return tools();
    return field === 'tiers' && key === 'tier' ? ownTiers(text) : [];
  }

  #item({ value, schema }: Choice, { isKey, hasValue }: Writing, range: Range, order: number): CompletionItem {
    const snippets = this.#options.abilities.snippetCompletions;
    const written = JSON.stringify(value);
    const follows = isKey && !hasValue;
    const newText = follows ? `${snippets ? escaped(written) : written}: ${snippets ? valueOf(schema) : ''}` : written;
    return {
      label: String(value),
      kind: isKey ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      filterText: written,
      sortText: String(order).padStart(4, '0'),
      textEdit: { range, newText },
      ...(follows && snippets && { insertTextFormat: InsertTextFormat.Snippet }),
      ...(schema?.description !== undefined && { documentation: this.#writer.content(this.#words(String(value), schema)) }),
    };
  }

  #words(name: string, { description = '', enum: values, default: fallback, items }: SchemaPart): readonly string[] {
    const allowed = values ?? (items !== undefined && !('length' in items) ? items.enum : undefined);
    const rule = this.#options.rules.find(({ id }) => name.endsWith(id));
    const page = rule && this.#options.pageOf(rule.id);
    return [
      this.#writer.bold(this.#writer.code(name)),
      // It marks code as Markdown does.
      description,
      ...(allowed === undefined ? [] : [`One of ${allowed.map((value) => this.#writer.code(String(value))).join(', ')}.`]),
      ...(isNothing(fallback) || description.includes('Default:') ? [] : [`Default: ${this.#writer.code(JSON.stringify(fallback))}.`]),
      ...(page === undefined ? [] : [this.#writer.link('The page of the rule', page)]),
    ];
  }

  #textOf(name: string): string | undefined {
    return basename(name) === settingsName ? this.#options.documents.get(name)?.text : undefined;
  }

  #known(): SchemaPart {
    return (this.#schema ??= configJsonSchema(this.#options.rules) as SchemaPart);
  }
}

function isNothing(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function ownTiers(text: string): readonly Choice[] {
  return keysAt(text, ['tierNames']).map((value) => ({ value }));
}

/** What a value begins as, with a place for the cursor. */
function valueOf(schema: SchemaPart | undefined): string {
  if (schema?.type === 'array') return '[$1]';
  if (schema?.type === 'object') return '{ $1 }';
  return schema?.type === 'string' ? '"$1"' : '$1';
}

function escaped(text: string): string {
  return text.replaceAll(/[$}\\]/g, '\\$&');
}

function rangeOf(lines: ReturnType<typeof lineIndex>, { start, end }: { readonly start: number; readonly end: number }): Range {
  const at = (offset: number): Position => {
    const { line, column } = lines.position(offset);
    return { line, character: column };
  };
  return { start: at(start), end: at(end) };
}
