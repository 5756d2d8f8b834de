/** What is said of a tool, in the words that the command line and the editor share. */
import type { Effect, HintName, Mode, Tool, ToolMode } from '../../rules/kit/index.js';

/** A tool as far as it is spoken of: {@link Tool}, or what is kept of one. */
export interface SpokenTool extends Pick<Tool, 'inferred' | 'modes'> {
  readonly hints: Readonly<Partial<Record<HintName, { readonly value: boolean }>>>;
  readonly tier?: { readonly value: string };
  readonly gate: Pick<Tool['gate'], 'kind'>;
  readonly effects: { readonly unresolved: readonly unknown[] };
}

/** The hints in the order in which they are told, with what each value says. */
export const hintWords: readonly { readonly hint: HintName; readonly title: string; readonly yes: string; readonly no: string }[] = [
  { hint: 'readOnly', title: 'Read-only', yes: 'read-only', no: 'writes' },
  { hint: 'destructive', title: 'Destructive', yes: 'destructive', no: 'only adds' },
  { hint: 'idempotent', title: 'Idempotent', yes: 'idempotent', no: 'not idempotent' },
  { hint: 'openWorld', title: 'Open world', yes: 'open world', no: 'closed world' },
];

/** `destructive, not idempotent, open world`; what could not be told has a question mark. */
export function traitsOf({ inferred }: Pick<SpokenTool, 'inferred'>): string {
  if (inferred.readOnly === true) return ['read-only', ...(inferred.openWorld === true ? ['open world'] : [])].join(', ');
  return hintWords
    .filter(({ hint }) => hint !== 'readOnly')
    .map(({ hint, yes, no }) => (inferred[hint] === null ? `${yes}?` : inferred[hint] ? yes : no))
    .join(', ');
}

/** Declared values that differ from what the handler does. */
export function contradictionsOf({ hints, inferred, tier }: Pick<SpokenTool, 'hints' | 'inferred' | 'tier'>): readonly string[] {
  const wrong = hintWords.flatMap(({ hint, yes, no }) => {
    const value = hints[hint]?.value;
    const found = inferred[hint];
    return value === undefined || found === null || found === value ? [] : [value ? yes : no];
  });
  return tier !== undefined && inferred.tier !== null && tier.value !== inferred.tier ? [...wrong, `tier ${tier.value}`] : wrong;
}

const gates: Readonly<Record<Tool['gate']['kind'], string>> = {
  none: 'no approval',
  always: 'asks for approval',
  conditional: 'asks for approval sometimes',
  host: 'approval by its host',
};

/** Who asks a human before the tool runs. */
export function gateText(kind: Tool['gate']['kind']): string {
  return gates[kind];
}

/** All that matters in one line: `destructive · not safe to repeat · no approval · declared read-only`. */
export function summaryOf(tool: SpokenTool): string {
  const { inferred, effects } = tool;
  const open = effects.unresolved.length;
  const parts = [inferred.tier === null ? 'tier unknown' : inferred.tier === 'observe' ? 'only reads' : tierWords[inferred.tier]];
  if (inferred.readOnly !== true) {
    if (inferred.idempotent !== null) parts.push(inferred.idempotent ? 'safe to repeat' : 'not safe to repeat');
    parts.push(gateText(tool.gate.kind));
  }
  const declared = contradictionsOf(tool);
  if (declared.length > 0) parts.push(`declared ${declared.join(', ')}`);
  if (open > 0) parts.push(`${open} ${open === 1 ? 'call' : 'calls'} not followed`);
  return parts.join(' · ');
}

const tierWords = { write: 'writes', destructive: 'destructive', privileged: 'privileged' } as const;

/** `destroy database`: the class of an effect, and what it touches. */
export function kindOf(effect: Pick<Effect, 'class' | 'resource'>): string {
  return `${effect.class} ${effect.resource}`;
}

/** `list, get: read-only; delete: destructive`, for each parameter that decides what a tool does. */
export function modesText({ modes }: Pick<SpokenTool, 'modes'>): readonly (readonly [parameter: string, split: string])[] {
  return [...new Set(modes.map((mode) => mode.parameter))].map((parameter) => {
    const groups = new Map<string, string[]>();
    for (const mode of modes) {
      if (mode.parameter !== parameter) continue;
      const says = modeTraits(mode);
      groups.set(says, [...(groups.get(says) ?? []), shown(mode.value)]);
    }
    return [parameter, [...groups].map(([says, values]) => `${values.join(', ')}: ${says}`).join('; ')];
  });
}

/** `when action is delete`. */
export function modeText({ parameter, values }: Mode): string {
  const words = values.map(shown);
  return `when ${parameter} is ${words.length > 4 ? `${words.slice(0, 3).join(', ')} or ${words.length - 3} others` : words.join(' or ')}`;
}

function modeTraits({ readOnly, destructive, idempotent }: ToolMode): string {
  if (readOnly === true) return 'read-only';
  const said = [
    destructive === null ? 'destructive?' : destructive ? 'destructive' : 'only adds',
    idempotent === null ? 'idempotent?' : idempotent ? 'idempotent' : 'not idempotent',
  ];
  return readOnly === null ? `unknown (${said.join(', ')})` : said.join(', ');
}

function shown(value: Mode['values'][number]): string {
  return value === null ? 'absent' : value === '*' ? 'anything else' : String(value);
}
