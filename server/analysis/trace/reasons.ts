/** Why each inferred value is what it is: the effect that decided it, or what is missing. */
import { changes, type Effect, type HintName, type Tool } from '../../../rules/kit/index.js';
import { destroys, repeats, tierOfClass } from './infer.js';

export interface Reason {
  readonly of: HintName | 'tier';
  readonly value: boolean | string | null;
  readonly because: string;
  /** The effect that decided. */
  readonly effect?: Effect;
}

/** A reason for each of the four hints and the tier, as {@link infer} decides them. */
export function reasonsFor(tool: Tool): readonly Reason[] {
  const { inferred, effects } = tool;
  const changing = effects.known.filter((effect) => changes(effect) && effect.certainty !== 'possible');
  const open = (of: Reason['of']): string =>
    of === 'openWorld' && changing.some((effect) => effect.class === 'exec')
      ? 'could not be told: what is executed may reach anything'
      : unsaid(tool);
  const guess = inferred.certainty === 'possible' ? 'a guess from the name of the tool, since nothing else tells' : undefined;
  const decide = (of: Reason['of'], value: Reason['value'], effect: Effect | undefined, does: string, otherwise: string): Reason => {
    if (effect !== undefined) return { of, value, because: does, effect };
    return { of, value, because: value === null ? open(of) : (guess ?? otherwise) };
  };
  const writes = changing.length > 0;
  const far = effects.known.find((effect) => effect.openWorld);
  return [
    decide('readOnly', inferred.readOnly, changing[0], 'this modifies something', 'nothing that it does modifies anything'),
    decide(
      'destructive',
      inferred.destructive,
      changing.find(destroys),
      'this removes, overwrites or changes what exists',
      writes ? 'it only adds' : 'it modifies nothing',
    ),
    decide('idempotent', inferred.idempotent, changing.find(repeats), 'doing this again does more', heldBack(changing)),
    decide('openWorld', inferred.openWorld, far, 'this reaches a system outside', 'nothing that it does reaches outside'),
    decide('tier', inferred.tier, decisive(changing, inferred.tier), 'the worst that it does', 'it only reads'),
  ];
}

function decisive(changing: readonly Effect[], tier: Tool['inferred']['tier']): Effect | undefined {
  return changing.find((effect) => tierOfClass(effect.class) === tier);
}

/** Why a value could not be told. */
function unsaid({ handler, effects }: Tool): string {
  const open = effects.unresolved.filter((item) => item.named !== true);
  const counted = open.length > 0 ? open : effects.unresolved;
  const [first] = counted;
  if (first !== undefined) {
    const more = counted.length - 1;
    return `could not be told because of ${first.label}${more === 0 ? '' : ` and ${more} more`}, see the walk`;
  }
  return handler === undefined ? 'could not be told, since no handler was found' : 'could not be told';
}

/** Why a second run does nothing more. */
function heldBack(changing: readonly Effect[]): string {
  const held = changing.map(({ idempotentBy, refusedBy }) => idempotentBy ?? refusedBy).find((by) => by !== undefined);
  if (held !== undefined) return `a second run is held back by ${held.label}`;
  const keyed = changing.some(({ class: kind, key }) => (kind === 'write.add' || kind === 'external') && key.level === 'K4');
  return keyed ? 'a key lets the receiver recognise a repetition' : 'doing it again changes nothing more';
}
