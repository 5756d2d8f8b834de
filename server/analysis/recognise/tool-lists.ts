/** Tools of lists in JSON and YAML: answers of `tools/list`, definitions that programs read, and what low-code platforms export. */
import type { Tool } from '../../../rules/kit/index.js';
import { matchesGlob } from '../glob.js';
import { isSameList } from '../same-list.js';
import type { AnalysisSettings, Snapshot } from '../snapshot.js';
import { readJson, type JsonNode } from '../syntax/json.js';
import { readYaml } from '../syntax/yaml.js';
import { requirementsOf } from './declared-tier.js';
import { bedrockTools } from './lists/bedrock.js';
import { difyTools } from './lists/dify.js';
import { mcpTools } from './lists/mcp.js';
import { n8nTools } from './lists/n8n.js';

/** Readers by what a file must hold to be looked at by them. */
const readers: readonly {
  readonly marks: RegExp;
  readonly read: (file: string, root: JsonNode | undefined, inTests: boolean) => readonly Tool[];
}[] = [
  { marks: /"input_?[sS]chema"/, read: mcpTools },
  { marks: /[fF]unctionSchema|\btoolSpec\b/, read: bedrockTools },
  { marks: /"(?:@n8n\/)?n8n-nodes-/, read: n8nTools },
  { marks: /^kind: ["']?app\b/m, read: difyTools },
];

interface Known {
  readonly version: string | undefined;
  readonly inTests: boolean;
  readonly settings: AnalysisSettings;
  readonly tools: readonly Tool[];
}

/** Lists of tools by file; each is read again only when its text changes. */
export class ToolLists {
  readonly #known = new Map<string, Known>();
  readonly #left = new WeakMap<readonly Tool[], readonly Tool[]>();
  #files: { readonly of: readonly string[]; readonly list: readonly string[] } = { of: [], list: [] };

  /** The tools that only a list defines: those that code defines as well are told there. */
  of(snapshot: Snapshot, defined: readonly Tool[], inTests: (file: string) => boolean): readonly (readonly Tool[])[] {
    const files = this.#filesOf(snapshot);
    let names: ReadonlySet<string> | undefined;
    return files.flatMap((file) => {
      const all = this.#toolsOf(file, snapshot, inTests(file));
      if (all.length === 0) return [];
      names ??= new Set(defined.map(({ name }) => name.value));
      const left = all.filter(({ name }) => !names!.has(name.value));
      if (left.length === all.length) return [all];
      const before = this.#left.get(all);
      const same = before !== undefined && isSameList(before, left);
      if (!same) this.#left.set(all, left);
      return left.length === 0 ? [] : [same ? before : left];
    });
  }

  /** Lists and what may become one; the same list, as long as the files are the same. */
  #filesOf({ files }: Snapshot): readonly string[] {
    if (this.#files.of === files) return this.#files.list;
    const list = files.filter((file) => /\.(?:json|ya?ml)$/.test(file));
    this.#files = { of: files, list };
    const present = new Set(list);
    for (const file of this.#known.keys()) if (!present.has(file)) this.#known.delete(file);
    return list;
  }

  #toolsOf(file: string, snapshot: Snapshot, inTests: boolean): readonly Tool[] {
    const version = snapshot.version(file);
    const { settings } = snapshot;
    const known = this.#known.get(file);
    if (known !== undefined && known.version === version && known.inTests === inTests && known.settings === settings) return known.tools;
    const text = snapshot.text(file) ?? '';
    const wanted = readers.filter(({ marks }) => marks.test(text));
    const root = wanted.length === 0 ? undefined : (file.endsWith('.json') ? readJson : readYaml)(text).root;
    const tools = wanted.flatMap(({ read }) => read(file, root, inTests)).map((tool) => governed(tool, settings));
    this.#known.set(file, { version, inTests, settings, tools });
    return tools;
  }
}

/** With the tier that the configuration says, and what the policy asks for at it. */
function governed(tool: Tool, settings: AnalysisSettings): Tool {
  const rule = settings.tiers.find(({ tools }) => matchesGlob(tools, tool.name.value));
  const requires = requirementsOf(settings, rule?.tier, tool.effects.known);
  return { ...tool, ...(rule === undefined ? {} : { tier: { value: rule.tier, ...tool.definition } }), ...requires };
}
