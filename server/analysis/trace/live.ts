import type { Env } from './env.js';

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
