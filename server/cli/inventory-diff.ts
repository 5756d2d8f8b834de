/** What a change does to the tools: which are new, which can do more, and which ask less. */
import * as z from 'zod/mini';
import { effectClasses, tiers, type EffectClass } from '../../rules/kit/index.js';
import { gateText } from '../analysis/tool-words.js';

const hint = z.nullable(z.boolean());
const schema = z.object({
  schemaVersion: z.literal(1),
  tools: z.array(
    z.object({
      name: z.string(),
      file: z.string(),
      line: z.number(),
      declared: z.object({ readOnly: hint, destructive: hint, idempotent: hint, gate: z.enum(['none', 'always', 'conditional', 'host']) }),
      inferred: z.object({ readOnly: hint, destructive: hint, idempotent: hint, tier: z.nullable(z.string()) }),
      effects: z.array(z.object({ class: z.string(), resource: z.string(), api: z.string() })),
    }),
  ),
});

/** What `detent tools --format json` says of a tool, as far as it is compared. */
export type ListedTool = z.infer<typeof schema>['tools'][number];

/** One thing that is another than before. */
export interface Difference {
  /** It can do more, or asks less, than before. */
  readonly gain: boolean;
  readonly text: string;
}

export interface ToolChange {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly differences: readonly Difference[];
}

/** Reads an inventory; `undefined` for what is none. */
export function readInventory(text: string): readonly ListedTool[] | undefined {
  try {
    return inventoryOf(JSON.parse(text));
  } catch {
    // What is no JSON is no inventory either.
    return undefined;
  }
}

/** The same of what the text says. */
export function inventoryOf(value: unknown): readonly ListedTool[] | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data.tools : undefined;
}

/** Tools keep their name when they move, and their file when others have the same name. In the order of names. */
export function compareInventories(before: readonly ListedTool[], now: readonly ListedTool[]): readonly ToolChange[] {
  const left = new Set(before);
  const partner = new Map<ListedTool, ListedTool>();
  const pair = (isSame: (a: ListedTool, b: ListedTool) => boolean): void => {
    for (const tool of now) {
      const old = partner.has(tool) ? undefined : [...left].find((one) => isSame(one, tool));
      if (old === undefined) continue;
      left.delete(old);
      partner.set(tool, old);
    }
  };
  pair((a, b) => a.name === b.name && a.file === b.file);
  pair((a, b) => a.name === b.name);
  const changes = now.map((tool): ToolChange => {
    const old = partner.get(tool);
    const differences = old === undefined ? firstSeen(tool) : differencesOf(old, tool);
    return { kind: old === undefined ? 'new' : 'changed', ...placed(tool), differences };
  });
  return [
    ...changes.filter(({ kind, differences }) => kind === 'new' || differences.length > 0),
    ...[...left].map((tool): ToolChange => ({ kind: 'gone', ...placed(tool), differences: [] })),
  ].toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
}

function placed({ name, file, line }: ListedTool): Pick<ToolChange, 'name' | 'file' | 'line'> {
  return { name, file, line };
}

function firstSeen(tool: ListedTool): readonly Difference[] {
  const { tier } = tool.inferred;
  return [
    { gain: tier !== 'observe', text: `tier ${tier ?? 'unknown'}` },
    ...(tool.inferred.readOnly === true ? [] : [{ gain: tool.declared.gate === 'none', text: gateText(tool.declared.gate) }]),
    ...effectsOf(tool).map((text) => ({ gain: true, text: `does ${text}` })),
  ];
}

function differencesOf(old: ListedTool, tool: ListedTool): readonly Difference[] {
  const [had, has] = [effectsOf(old), effectsOf(tool)];
  const gained = has.filter((text) => !had.includes(text));
  const lost = had.filter((text) => !has.includes(text));
  const [from, to] = [old.inferred.tier, tool.inferred.tier];
  const repeats = old.inferred.idempotent !== tool.inferred.idempotent && tool.inferred.readOnly !== true;
  return [
    ...(from === to ? [] : [{ gain: rankOf(to) > rankOf(from), text: `tier ${from ?? 'unknown'} → ${to ?? 'unknown'}` }]),
    ...(old.declared.gate === tool.declared.gate
      ? []
      : [{ gain: tool.declared.gate === 'none', text: `${gateText(old.declared.gate)} → ${gateText(tool.declared.gate)}` }]),
    ...(repeats ? [{ gain: tool.inferred.idempotent !== true, text: repeatWords(tool.inferred.idempotent) }] : []),
    ...(['readOnly', 'destructive', 'idempotent'] as const).flatMap((name) => {
      const [said, says] = [old.declared[name], tool.declared[name]];
      // A promise that is made now, or a warning that is taken back.
      return said === says ? [] : [{ gain: says === (name !== 'destructive'), text: `declared ${name}: ${word(said)} → ${word(says)}` }];
    }),
    ...gained.map((text) => ({ gain: true, text: `does ${text}` })),
    ...lost.map((text) => ({ gain: false, text: `does no more ${text}` })),
  ];
}

/** What it changes: `destroy database: pg: Client#query`. */
function effectsOf({ effects }: ListedTool): readonly string[] {
  const rank = (kind: string): number => effectClasses.indexOf(kind as EffectClass);
  const changing = effects.filter((effect) => effect.class !== 'read').toSorted((a, b) => rank(b.class) - rank(a.class));
  return [...new Set(changing.map((effect) => `${effect.class} ${effect.resource}: ${effect.api}`))];
}

/** What could not be told may be anything. */
function rankOf(tier: string | null): number {
  return tier === null ? tiers.length : (tiers as readonly string[]).indexOf(tier);
}

function repeatWords(idempotent: boolean | null): string {
  return idempotent === null
    ? 'could not tell any more whether it is safe to repeat'
    : idempotent
      ? 'safe to repeat now'
      : 'not safe to repeat any more';
}

function word(value: boolean | null): string {
  return value === null ? 'not said' : String(value);
}
