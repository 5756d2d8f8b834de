import { tiers, type Place, type Tier, type Tool } from '../../../rules/kit/index.js';
import { PlaceMap } from './place-map.js';

/** What one place of the source declares for several tools: a registration in a loop, a constant with hints. */
export interface Shared {
  /** The tool's hints are written where those of other tools are, too. */
  readonly hints: boolean;
  /** The least tier that a comment above the tool may state without understating a tool that shares the place. */
  readonly tier: Tier;
}

/** Finds for each tool with whom it shares its declarations. */
export function sharing(tools: readonly Tool[]): (tool: Tool | undefined) => Shared {
  const hints = new PlaceMap<Tool>();
  const comments = new PlaceMap<Tool>();
  for (const tool of tools) {
    const slot = hintPlace(tool);
    if (slot !== undefined) hints.add(slot, tool);
    comments.add(tool.pragmaPlace, tool);
  }
  return (tool) => {
    const beside = tool === undefined ? [] : comments.at(tool.pragmaPlace).filter((other) => other !== tool);
    // What a tool needs that could not be told may be anything.
    const needed = beside.map(({ inferred }) => tiers.indexOf(inferred.tier ?? 'privileged'));
    const slot = tool === undefined ? undefined : hintPlace(tool);
    return {
      hints: slot !== undefined && hints.at(slot).length > 1,
      tier: tiers[Math.max(0, ...needed)] ?? 'privileged',
    };
  };
}

function hintPlace({ hintSlot }: Tool): Place | undefined {
  if (hintSlot === undefined) return undefined;
  const { file, existing, insert } = hintSlot;
  const span = existing ?? (insert?.kind === 'property' ? insert.object.span : insert?.call.span);
  return span && { file, span };
}
