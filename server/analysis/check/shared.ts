import { tiers, type Place, type Span, type Tier, type Tool } from '../../../rules/kit/index.js';
import { PlaceMap } from './place-map.js';

/** What one place of the source declares for several tools: a registration in a loop, a constant with hints. */
export interface Shared {
  /** The tool's hints are written where those of other tools are, too. */
  readonly hints: boolean;
  /** The least tier that a comment above the tool may state without understating a tool that shares the place. */
  readonly tier: Tier;
  /** Its schema, or functions on the way to what it does, are those of other tools, too. */
  readonly way: boolean;
}

/** Finds for each tool with whom it shares its declarations. Works out what is asked for, file by file. */
export class Sharing {
  readonly #parts: readonly (readonly Tool[])[];
  readonly #filesOf: (tools: readonly Tool[]) => ReadonlySet<string>;
  readonly #hints = new Map<string, PlaceMap<Tool>>();
  readonly #comments = new Map<string, PlaceMap<Tool>>();
  readonly #ways = new Map<string, PlaceMap<Tool>>();

  /** `filesOf` says in which files tools may share declarations: {@link sharedFiles} of all of them. */
  constructor(parts: readonly (readonly Tool[])[], filesOf: (tools: readonly Tool[]) => ReadonlySet<string>) {
    this.#parts = parts;
    this.#filesOf = filesOf;
  }

  of(tool: Tool | undefined): Shared {
    if (tool === undefined) return { hints: false, tier: 'observe', way: false };
    const beside = this.#at(tool.pragmaPlace, this.#comments, pragmaOf, pragmaOf).filter((other) => other !== tool);
    // What a tool needs that could not be told may be anything.
    const needed = beside.map(({ inferred }) => tiers.indexOf(inferred.tier ?? 'privileged'));
    const slot = hintPlace(tool);
    return {
      hints: slot !== undefined && this.#at(slot, this.#hints, slotOf, hintPlace).length > 1,
      tier: tiers[Math.max(0, ...needed)] ?? 'privileged',
      way: throughOf(tool).some((place) => this.#through(place).some((other) => other !== tool)),
    };
  }

  #through(place: Place): readonly Tool[] {
    let places = this.#ways.get(place.file);
    if (places === undefined) {
      this.#ways.set(place.file, (places = new PlaceMap()));
      for (const tool of this.#parts.flatMap((part) => (this.#filesOf(part).has(place.file) ? part : [])))
        for (const own of throughOf(tool)) if (own.file === place.file) places.add(own, tool);
    }
    return places.at(place);
  }

  #at(
    place: Place,
    known: Map<string, PlaceMap<Tool>>,
    fileOf: (tool: Tool) => { readonly file: string } | undefined,
    placeOf: (tool: Tool) => Place | undefined,
  ): readonly Tool[] {
    let places = known.get(place.file);
    if (places === undefined) {
      known.set(place.file, (places = new PlaceMap()));
      for (const tool of this.#parts.flatMap((part) => (this.#filesOf(part).has(place.file) ? part : []))) {
        const own = fileOf(tool)?.file === place.file ? placeOf(tool) : undefined;
        if (own !== undefined) places.add(own, tool);
      }
    }
    return places.at(place);
  }
}

/** The files in which a tool may share declarations with others. */
export function sharedFiles(tool: Tool): readonly string[] {
  let known = files.get(tool);
  // Asked for each finding at every key.
  if (known === undefined) files.set(tool, (known = filesOf(tool)));
  return known;
}

const files = new WeakMap<Tool, readonly string[]>();

function filesOf(tool: Tool): readonly string[] {
  const { hintSlot, pragmaPlace } = tool;
  const isElsewhere = hintSlot !== undefined && hintSlot.file !== pragmaPlace.file && hintSpan(hintSlot) !== undefined;
  return [...new Set([pragmaPlace.file, ...(isElsewhere ? [hintSlot.file] : []), ...throughOf(tool).map(({ file }) => file)])];
}

/** Functions on the way to what a tool does, and the literal of its schema, as far as a parameter could be added to them. */
function throughOf({ effects, intake }: Tool): readonly Place[] {
  return [...(intake?.schema === undefined ? [] : [intake.schema]), ...effects.known.flatMap(({ through }) => through ?? [])];
}

const pragmaOf = ({ pragmaPlace }: Tool): Place => pragmaPlace;
const slotOf = ({ hintSlot }: Tool): Tool['hintSlot'] => hintSlot;

function hintPlace({ hintSlot }: Tool): Place | undefined {
  const span = hintSlot && hintSpan(hintSlot);
  return span && { file: hintSlot.file, span };
}

function hintSpan({ existing, insert }: NonNullable<Tool['hintSlot']>): Span | undefined {
  if (existing !== undefined || insert === undefined) return existing;
  switch (insert.kind) {
    case 'property':
      return insert.object.span;
    case 'argument':
      return insert.call.span;
    case 'around':
      return insert.value;
    case 'brackets':
      return insert.decorator;
  }
}
