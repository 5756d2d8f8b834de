import { tiers, type Place, type Tier, type Tool } from '../../../rules/kit/index.js';

/** What one place of the source declares for several tools: a registration in a loop, a constant with hints. */
export interface Shared {
  /** The tool's hints are written where those of other tools are, too. */
  readonly hints: boolean;
  /** The least tier that a comment above the tool may state without understating a tool that shares the place. */
  readonly tier: Tier;
}

/** Finds for each tool with whom it shares its declarations. */
export function sharing(tools: readonly Tool[]): (tool: Tool | undefined) => Shared {
  const hints = groups(tools, hintPlace);
  const comments = groups(tools, (tool) => keyOf(tool.pragmaPlace));
  return (tool) => {
    const beside = tool === undefined ? [] : (comments.get(keyOf(tool.pragmaPlace)) ?? []).filter((other) => other !== tool);
    // What a tool needs that could not be told may be anything.
    const needed = beside.map(({ inferred }) => tiers.indexOf(inferred.tier ?? 'privileged'));
    const slot = tool === undefined ? undefined : hintPlace(tool);
    return {
      hints: slot !== undefined && (hints.get(slot)?.length ?? 0) > 1,
      tier: tiers[Math.max(0, ...needed)] ?? 'privileged',
    };
  };
}

function hintPlace({ hintSlot }: Tool): string | undefined {
  if (hintSlot === undefined) return undefined;
  const { file, existing, insert } = hintSlot;
  const span = existing ?? (insert?.kind === 'property' ? insert.object.span : insert?.call.span);
  return span && keyOf({ file, span });
}

function keyOf({ file, span }: Place): string {
  return `${file}:${span.start}`;
}

function groups(tools: readonly Tool[], keyed: (tool: Tool) => string | undefined): ReadonlyMap<string, readonly Tool[]> {
  const result = new Map<string, Tool[]>();
  for (const tool of tools) {
    const key = keyed(tool);
    if (key === undefined) continue;
    const group = result.get(key);
    if (group === undefined) result.set(key, [tool]);
    else group.push(tool);
  }
  return result;
}
