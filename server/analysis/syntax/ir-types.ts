import type { Span } from '../../../rules/kit/index.js';
import type { Expression, MemberExpression, NameExpression } from './ir.js';

interface At {
  readonly span: Span;
}

/** Written types, as far as they help to find values. */
export type TypeNode =
  | (At & { readonly kind: 'reference'; readonly name: NameExpression | MemberExpression; readonly args: readonly TypeNode[] })
  | (At & { readonly kind: 'members'; readonly members: readonly TypeMember[]; readonly bases: readonly TypeNode[] })
  | (At & { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined })
  | (At & { readonly kind: 'union' | 'intersection'; readonly options: readonly TypeNode[] })
  | (At & { readonly kind: 'array'; readonly item: TypeNode })
  | (At & { readonly kind: 'function'; readonly parameters?: readonly TypedParameter[]; readonly result?: TypeNode })
  /** `Settings['client']`; `typeof x`, `import('x').Y` as a name; everything else. */
  | (At & { readonly kind: 'part'; readonly of: TypeNode; readonly key: string })
  | (At & { readonly kind: 'query'; readonly value: Expression })
  | (At & { readonly kind: 'other' });

export interface TypedParameter {
  readonly name?: string;
  readonly type?: TypeNode;
}

export interface TypeMember {
  readonly name: string;
  readonly type?: TypeNode;
  readonly optional: boolean;
}
