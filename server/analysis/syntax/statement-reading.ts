import type { Span } from '../../../rules/kit/index.js';
import type { Anatomy, Stretch } from './anatomy.js';
import type { Binding, Comment, Export, Module, Statement } from './ir.js';

/** One statement as it would be read in its file. */
export interface StatementReading {
  /** What the nodes say they belong to. */
  readonly module: Module;
  readonly statements: readonly Statement[];
  readonly stretch: Stretch;
  /** One for each name of the module, in the same order. */
  readonly names: readonly Binding[];
  readonly exports: readonly Export[];
  readonly spans: readonly Span[];
  readonly comments: readonly Comment[];
  readonly quotes: Anatomy['quotes'];
  /** Those of what stood there before. */
  readonly quotesBefore: Anatomy['quotes'];
}
