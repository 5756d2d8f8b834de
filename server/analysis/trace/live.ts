import type { Env } from './env.js';
import { membersOf } from './gathered.js';
import type { Value } from './value.js';

/** Who does not outlive the call. */
export interface Lives {
  readonly isLocal: (holder: Env) => boolean;
  readonly isCreated: (value: Value) => boolean;
}

/** Executions that are under way: what belongs to them ends with the call. */
export class Live extends Set<Env> {
  /** A name belongs to one of them. */
  holds(holder: Env): boolean {
    for (let env: Env | undefined = holder; env !== undefined; env = env.parent) {
      if (this.has(env)) return true;
      if (env.owner.kind !== 'loop') return false;
    }
    return false;
  }
}

/** `created`: objects that the call has made, by their number. */
export function livesOf(live: Live, created: ReadonlySet<number>): Lives {
  return {
    isLocal: (holder) => live.holds(holder),
    isCreated: (value) =>
      value.kind === 'instance' && (created.has(value.id) || membersOf(value)?.every(({ id }) => created.has(id)) === true),
  };
}
