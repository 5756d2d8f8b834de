/** The tools of the present answer as an editor shows them: on hover, and as a line above each of them. */
import { uinteger, type CodeLens, type Hover, type InlayHint, type Location, type Position, type Range } from 'vscode-languageserver';
import { tiers, type Effect, type Place, type Tool } from '../../rules/kit/index.js';
import { groupBy } from '../analysis/group-by.js';
import { isSameList } from '../analysis/same-list.js';
import { openLines } from '../analysis/report/open.js';
import { reportHtml } from '../analysis/report/report.js';
import { toolsMarkdown } from '../analysis/tools-markdown.js';
import type { Assumed } from '../analysis/budget.js';
import { summaryOf } from '../analysis/tool-words.js';
import { showPlacesCommand, type ToolEntry } from '../protocol/index.js';
import { severities } from '../workspace/config.js';
import { basename } from '../workspace/paths.js';
import type { ClientAbilities } from './abilities.js';
import type { Checker } from './checker.js';
import { holds, isBefore } from './positions.js';
import { ShownAgents } from './shown-agents.js';
import { Cards, type Reach } from './tool-card.js';
import { Writer } from './writer.js';
import type { Converter } from './to-lsp.js';

export interface ShownToolsOptions {
  readonly checker: Checker;
  readonly converter: Converter;
  readonly abilities: Pick<ClientAbilities, 'markdown'>;
  /** The client has the command that shows places. */
  readonly showsPlaces: boolean;
  /** Does the user want to see anything for this file? */
  readonly wanted: (file: string) => boolean;
  /** The file that a document is, or that the cell is part of. */
  readonly ownerOf: (document: string) => string;
  /** What the configuration of a file takes for granted of steps. */
  readonly assumedFor: (file: string) => Assumed;
}

/** Lenses that the client has, and what they rest on. */
interface Given {
  /** Of the text that they were made for. */
  readonly version: number | undefined;
  readonly key: string;
  readonly tools: readonly Tool[];
  /** Of every file that they lead to. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

export class ShownTools {
  readonly #options: ShownToolsOptions;
  readonly #cards: Cards;
  readonly #agents: ShownAgents;
  readonly #given = new Map<string, Given>();

  constructor(options: ShownToolsOptions) {
    this.#options = options;
    const writer = new Writer(options.abilities.markdown);
    this.#cards = new Cards((place) => this.#placeShown(place), writer);
    this.#agents = new ShownAgents({ ...options, writer });
  }

  /** The card of the tool whose name or registration stands there, which tools reach the call there, or where that leads. */
  hover(document: string, position: Position): Hover | undefined {
    const { checker, converter } = this.#options;
    for (const tool of this.#toolsIn(document)) {
      const head = this.#headOf(tool);
      const range = [converter.range(tool.name), head].find((one) => holds(one, position));
      if (range !== undefined) return { contents: this.#cards.tool(tool), range };
    }
    const isHere = this.#standsIn(document);
    const agent = this.#agents.hover(isHere, position);
    if (agent !== undefined) return agent;
    const isThere = (place: Place): boolean => isHere(place) && holds(converter.range(place), position);
    const reaches = checker.answer().tools.flatMap((tool) => tool.effects.known.map((effect): Reach => ({ tool, effect })));
    const [done, ...others] = reaches.filter(({ effect }) => isThere(effect));
    if (done !== undefined) return { contents: this.#cards.call([done, ...others]), range: converter.range(done.effect) };
    const leading = reaches.filter(({ effect }) => effect.via.some(isThere));
    const step = leading[0]?.effect.via.find(isThere);
    return step === undefined ? undefined : { contents: this.#cards.way(step, leading), range: converter.range(step) };
  }

  /** What the step limits of agents come to. */
  inlays(document: string, range: Range): InlayHint[] {
    return this.#agents.inlays(this.#standsIn(document), range);
  }

  /** See {@link ShownAgents.said}. */
  inlaysSaid(): string {
    return this.#agents.said();
  }

  /** A line above each tool; tools that are registered at one place share it. */
  lenses(document: string, version: number | undefined): CodeLens[] {
    const { checker } = this.#options;
    const tools = this.#toolsIn(document);
    const lenses = this.#lenses(document);
    const files = tools.flatMap(({ effects }) => effects.known.flatMap(({ file, via }) => [file, ...via.map((step) => step.file)]));
    const texts = new Map([...new Set(files)].map((file) => [file, checker.text(file)]));
    this.#given.set(document, { version, key: JSON.stringify(lenses), tools, texts });
    return lenses;
  }

  /** An edit elsewhere changed the lenses of a document that is still the same, so that the client has no reason to ask for them. */
  haveChanged(versionOf: (document: string) => number | undefined): boolean {
    let changed = false;
    for (const [document, given] of this.#given) {
      const { version, key } = given;
      const now = versionOf(document);
      // Most edits concern none of the other documents that are open, and this is asked after each.
      if (now === version && now !== undefined && (this.#isAsGiven(document, given) || JSON.stringify(this.#lenses(document)) === key))
        continue;
      this.#given.delete(document);
      changed ||= now === version && now !== undefined;
    }
    return changed;
  }

  #isAsGiven(document: string, { tools, texts }: Given): boolean {
    const { checker } = this.#options;
    return isSameList(this.#toolsIn(document), tools) && [...texts].every(([file, text]) => checker.text(file) === text);
  }

  /** Every tool, with how many findings it has. */
  inventory(): readonly ToolEntry[] {
    const { checker, converter, wanted } = this.#options;
    const { tools, findings } = checker.answer();
    const byName = groupBy(findings, ({ tool }) => tool);
    return tools
      .filter(({ definition }) => wanted(definition.file))
      .map((tool) => {
        const own = (byName.get(tool.name.value) ?? []).filter(({ place }) => isAbout(place, tool));
        const worst = severities.find((severity) => own.some((finding) => finding.severity === severity));
        return {
          name: tool.name.value,
          tier: tool.inferred.tier,
          framework: tool.framework,
          uri: converter.uri(converter.documentOf(tool.name)),
          range: converter.range(tool.name),
          summary: summaryOf(tool),
          findings: own.length,
          ...(worst === undefined ? {} : { worst }),
          inTests: tool.inTests,
        };
      });
  }

  /** The same for a review or an issue. */
  markdown(label: (place: Place) => string): string {
    const { checker, wanted } = this.#options;
    const { tools, agents = [] } = checker.answer();
    return toolsMarkdown(
      tools.filter(({ definition }) => wanted(definition.file)),
      label,
      agents.filter(({ file }) => wanted(file)),
    );
  }

  #lenses(document: string): CodeLens[] {
    const shown = this.#toolsIn(document).filter(
      ({ inTests, handler, effects }) => !inTests && (handler !== undefined || effects.known.length > 0),
    );
    return [...groupBy(shown, (tool) => this.#headOf(tool).start.line)].map(([line, tools]) => {
      const range = { start: { line, character: 0 }, end: { line, character: 0 } };
      return { range, command: this.#command(document, range.start, tools) };
    });
  }

  #command(document: string, position: Position, tools: readonly Tool[]): NonNullable<CodeLens['command']> {
    const [first] = tools as readonly [Tool, ...Tool[]];
    const title = tools.length === 1 ? summaryOf(first) : together(tools);
    const locations = this.#chain(tools);
    if (!this.#options.showsPlaces || locations.length === 0) return { title, command: '' };
    return { title, command: showPlacesCommand, arguments: [this.#options.converter.uri(document), position, locations] };
  }

  /** Where the effects of the tools are, and the calls that lead there; those that change something, where there are any. */
  #chain(tools: readonly Tool[]): readonly Location[] {
    const { converter } = this.#options;
    const known = tools.flatMap(({ effects }) => effects.known);
    const telling = known.filter((effect) => effect.class !== 'read');
    const places = (telling.length > 0 ? telling : known).flatMap((effect: Effect): readonly Place[] => [...effect.via, effect]);
    const locations = places.map((place) => ({ uri: converter.uri(converter.documentOf(place)), range: converter.range(place) }));
    return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
  }

  /** Where the registration begins, up to its name, its handler or the end of the line. */
  #headOf({ definition, name, handler }: Tool): Range {
    const { converter } = this.#options;
    const whole = converter.range(definition);
    const ends = [name, handler]
      .flatMap((place) => (place === undefined || place.file !== definition.file ? [] : [converter.range(place).start]))
      .filter((at) => isBefore(whole.start, at));
    const line = { line: whole.start.line, character: uinteger.MAX_VALUE };
    const end = [whole.end, line, ...ends].reduce((best, at) => (isBefore(at, best) ? at : best));
    return { start: whole.start, end };
  }

  #toolsIn(document: string): readonly Tool[] {
    const isHere = this.#standsIn(document);
    return this.#options.checker.answer().tools.filter((tool) => isHere(tool.definition));
  }

  #standsIn(document: string): (place: Place) => boolean {
    const { converter, wanted, ownerOf } = this.#options;
    const owner = ownerOf(document);
    if (!wanted(owner)) return () => false;
    return (place) => place.file === owner && (document === owner || converter.documentOf(place) === document);
  }

  /** The report as a page. */
  report(label: (place: Place) => string, fileName: (file: string) => string): string {
    const { checker, wanted } = this.#options;
    const answer = checker.answer();
    const tools = answer.tools.filter(({ definition }) => wanted(definition.file));
    const findings = answer.findings.filter(({ place }) => wanted(place.file));
    return reportHtml({ tools, findings, files: answer.files, open: openLines(answer, label, fileName), label, fileName });
  }

  lineOf(place: Place): number {
    return this.#options.converter.range(place).start.line + 1;
  }

  #placeShown(place: Place): { readonly label: string; readonly uri: string } {
    const { converter } = this.#options;
    const name = converter.documentOf(place);
    const { line } = converter.range(place).start;
    return { label: `${basename(place.file)}:${line + 1}`, uri: `${converter.uri(name)}#L${line + 1}` };
  }
}

/** `12 tools: 2 destructive, 4 write, 6 observe` */
function together(tools: readonly Tool[]): string {
  const counts = tiers.toReversed().flatMap((tier) => {
    const count = tools.filter(({ inferred }) => inferred.tier === tier).length;
    return count === 0 ? [] : [`${count} ${tier}`];
  });
  const unknown = tools.filter(({ inferred }) => inferred.tier === null).length;
  return `${tools.length} tools: ${[...counts, ...(unknown > 0 ? [`${unknown} unknown`] : [])].join(', ')}`;
}

/** Tools of one name in different files are told apart by where the finding, or its tool, stands. */
function isAbout({ file }: Place, { definition, handler, effects }: Tool): boolean {
  return file === definition.file || file === handler?.file || effects.known.some((effect) => effect.file === file);
}
