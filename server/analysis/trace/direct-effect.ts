/** An effect of one call, and what is needed to find it. */
import type {
  ChanceTable,
  CommandTable,
  Effect,
  EffectClass,
  HttpKnowledge,
  Endless,
  Key,
  KeyForm,
  PageKnowledge,
  Place,
  Resource,
  Retry,
  Slot,
} from '../../../rules/kit/index.js';
import type { Env } from './env.js';
import type { Held } from './python/handed-on.js';
import type { SqlStatement } from './sql/reading.js';
import type { Sink } from './reaches.js';
import type { Value } from './value.js';
import type { Tracer } from './tracer.js';

/** Tables that no effect file holds. */
export interface Tables {
  readonly http: HttpKnowledge;
  readonly page: PageKnowledge;
  readonly commands: CommandTable;
  readonly chance: ChanceTable;
}

/** Tells whether a call waits as long as it takes. */
export type Waits = (tracer: Tracer) => Endless | undefined;

/** An effect before it knows how it was reached. */
export interface DirectEffect {
  readonly class: EffectClass;
  readonly resource: Resource;
  readonly api: string;
  readonly certainty: 'certain' | 'probable' | 'possible';
  readonly detail?: string;
  readonly subject?: Value;
  /** The texts that it runs, asks or touches; of a file, the subject. */
  readonly sinks?: readonly Sink[];
  /** Everything that is written, for telling whether it rests on what was read. */
  readonly content: readonly Value[];
  readonly key: Key;
  readonly keySlot?: Slot;
  readonly keyLeftOut?: Effect['keyLeftOut'];
  readonly acceptSlot?: Slot;
  readonly acceptName?: string;
  readonly keyName?: string;
  readonly keyForm?: KeyForm;
  readonly ensures: boolean;
  readonly exclusive: boolean;
  readonly bounded: boolean;
  readonly relative: boolean;
  readonly reversible: boolean;
  readonly attributes?: boolean;
  readonly openWorld: boolean;
  readonly callerControlled: boolean;
  readonly completes?: boolean;
  /** The environment variable that says who asks. */
  readonly credential?: string;
  /** A command with its own question switched off. */
  readonly forced?: string;
  /** It happens to something that the same call made: a process that it started. */
  readonly own?: boolean;
  /** The execution that made the object which keeps the change: it ends with it. */
  readonly madeIn?: Env;
  readonly named?: boolean;
  /** What is put into memory has nothing of the model. */
  readonly made?: true;
  /** A POST of which nothing says whether it asks or adds. */
  readonly mayAsk?: true;
  /** A message of which no word says whether it asks or orders: parameters that stand where such words do. */
  readonly unsaid?: readonly string[];
  /** Nobody says when it gives up. */
  readonly waits?: Waits;
  readonly keptUnder?: Effect['keptUnder'];
  readonly alone?: string;
  /** The settings of the client send it again. */
  readonly retriedBy?: Retry;
  /** A condition makes the call safe to repeat. */
  readonly guarded?: Place;
  /** The execution that keeps what changes in memory. */
  readonly keeper?: Env;
  /** It changes what a parameter was given: whoever calls tells whether that is kept. */
  readonly held?: Held;
  readonly locks?: true;
  /** The columns of its statement. */
  readonly columns?: SqlStatement['columns'];
  /** The connection that it goes through. */
  readonly session?: string;
  /** What follows on this connection only reads. */
  readonly endsWriting?: boolean;
  /** The subject is moved here; it replaces what stands there. */
  readonly target?: Value;
}

export type Outcome =
  /** `named`: what could not be told is no more than what names say. */
  | { readonly kind: 'effects'; readonly effects: readonly DirectEffect[]; readonly unresolved?: string; readonly named?: true }
  | { readonly kind: 'harmless' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Effects of one row, and what of it could not be told. */
export interface Found {
  readonly effects: readonly DirectEffect[];
  readonly unresolved?: string;
}

/** An effect of which nothing more is known: bounded, without a key, and with nothing that holds a second one back. */
export function plainEffect(what: Pick<DirectEffect, 'class' | 'resource' | 'api' | 'certainty'>): DirectEffect {
  return {
    ...what,
    content: [],
    key: { level: 'none' },
    ensures: false,
    exclusive: false,
    bounded: true,
    relative: false,
    reversible: false,
    openWorld: false,
    callerControlled: false,
  };
}

/** Ways to add to the end of a file; what else adds to a disk makes something new there. */
const appending = /[ .#](?:appendFile(?:Sync)?|open(?:Sync)?|createWriteStream|writeFile(?:Sync)?|FileIO)$/;

/** A call that adds to the end of a file. */
export function appends({
  class: kind,
  resource,
  exclusive,
  ensures,
  api,
  detail = '',
}: Pick<DirectEffect, 'class' | 'resource' | 'exclusive' | 'ensures' | 'api' | 'detail'>): boolean {
  if (kind !== 'write.add' || resource !== 'filesystem' || exclusive || ensures) return false;
  return appending.test(api) || detail === 'append to a file';
}
