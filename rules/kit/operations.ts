import type { EffectClass } from './model.js';

/**
 * What the operations of one vendor's services do, compiled from what the vendor publishes. Only what the words in their names do not
 * say stands here. The key is a service's name in packages; the text is its class and its resource, then groups of names:
 * `DynamoDB database; read: ExportTable; write.add ClientToken: ImportTable`. Behind a class, `!` means that a repetition fails, and
 * `~` that it creates only what is missing; a word names the argument that takes an idempotency key, or the text of `sql`; with `&`, the key is taken only beside a second one.
 */
export type OperationTable = Readonly<Record<string, string>>;
/** A table may stand in parts, which name other services. */
export type OperationTables = Readonly<Record<string, readonly OperationTable[]>>;

/** How a library names the operations of a vendor. `{Service}` and `{service}` stand for the service in every text of the file. */
export interface Operations {
  readonly table: string;
  /** Names of services in packages that the table knows by another one. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Paths of calls; `{name}` stands for an operation, `{name_}` for one with words that are joined by `_`. */
  readonly calls?: readonly string[];
  /** The class that clients of all services extend, in a package that has all of them. */
  readonly base?: string;
  /** Classes of objects that are sent; `{Name}` stands for an operation. */
  readonly commands?: readonly string[];
  /** Patterns of names, by what such operations do; each text holds several. */
  readonly verbs: Partial<Readonly<Record<EffectClass, readonly string[]>>>;
}
