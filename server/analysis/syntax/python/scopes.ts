/** Which names a stretch of code makes, and in which loop each of them lives. */
import type { Binding } from '../ir.js';
import { regionsOf, type Branch, type Mention, type Region } from './branches.js';
import { fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

/** A name that a function, class or module assigns somewhere. */
export interface Made {
  readonly name: string;
  readonly kind: Binding['kind'];
  /** Where it is made first. */
  readonly node: Node;
  /** The innermost loop outside of which it is not mentioned: each turn has its own. */
  readonly loop: Node | undefined;
  /** It is only assigned by statements of one list, one after the other, and no function inside knows it: each value holds until the next. */
  readonly inOrder: boolean;
  /** One of these statements stands in the outermost list. */
  readonly atTop: boolean;
  /** A loop mentions it, whether it lives there or not. */
  readonly inLoop: boolean;
  /** Branches in each of which it is another name. */
  readonly regions: readonly Region[];
}

/** Names of one body. */
export interface Survey {
  readonly made: readonly Made[];
  /** Names that `global` and `nonlocal` say are another body's. */
  readonly globals: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

interface Open {
  name: string;
  kind: Binding['kind'] | undefined;
  node: Node;
  loops: readonly Node[];
  /** The lists of statements that assign it; nothing else makes it, and functions inside do not mention it. */
  readonly lists: Set<Node | undefined>;
  otherwise: boolean;
  inLoop: boolean;
  /** A function inside mentions it. */
  inside: boolean;
  readonly mentions: Map<Branch | undefined, Mention>;
}

/** Looks a body over. Python knows before it runs a function which names are its own. */
export function survey(body: readonly Node[], textOf: (node: Node) => string): Survey {
  const names = new Map<string, Open>();
  const globals = new Set<string>();
  const others = new Set<string>();

  /** The list of statements that is looked at, and whether it stands in a function inside. */
  let list: Node | undefined;
  let isKnownInside = false;
  let branch: Branch | undefined;

  const occurs = (node: Node, loops: readonly Node[]): Open => {
    const name = textOf(node);
    let known = names.get(name);
    if (known === undefined) {
      const isLooped = loops.length > 0;
      const none = { kind: undefined, lists: new Set<Node>(), mentions: new Map<Branch, Mention>() };
      known = { name, node, loops, otherwise: isKnownInside, inside: isKnownInside, inLoop: isLooped, ...none };
      names.set(name, known);
    }
    if (isKnownInside) known.otherwise = known.inside = true;
    known.inLoop ||= loops.length > 0;
    known.loops = shared(known.loops, loops);
    if (!known.mentions.has(branch)) known.mentions.set(branch, { node, makes: false });
    return known;
  };
  const makes = (node: Node, kind: Binding['kind'], loops: readonly Node[], isAssignment = false): void => {
    const open = occurs(node, loops);
    const first = open.mentions.get(branch)!;
    if (first.node === node) first.makes = true;
    if (isAssignment) open.lists.add(list);
    else open.otherwise = true;
    if (open.kind !== undefined) return;
    open.kind = kind;
    open.node = node;
  };

  /** Inside a function, lambda or comprehension names are mentioned, and made for itself only. */
  const visit = (node: Node, loops: readonly Node[], isInner: boolean): void => {
    const each = (children: readonly Node[], at = loops, inner = isInner): void => children.forEach((child) => visit(child, at, inner));
    const inFunction = (children: readonly Node[]): void => {
      const before = isKnownInside;
      isKnownInside = true;
      each(children, loops, true);
      isKnownInside = before;
    };
    const make = (target: Node, kind: Binding['kind'] = 'variable', at = loops): void =>
      eachName(
        target,
        (name) => (isInner ? occurs(name, at) : makes(name, kind, at, node.type === 'assignment')),
        (other) => visit(other, at, isInner),
      );
    switch (node.type) {
      case 'identifier':
        occurs(node, loops);
        return;
      case 'attribute':
        return each(fieldsOf(node, 'object'));
      case 'keyword_argument':
        return each(fieldsOf(node, 'value'));
      case 'function_definition': {
        make(fieldOf(node, 'name')!, 'function');
        return inFunction(node.children.filter(({ field }) => field !== 'name'));
      }
      case 'class_definition': {
        make(fieldOf(node, 'name')!, 'class');
        return inFunction(node.children.filter(({ field }) => field !== 'name'));
      }
      case 'lambda':
        return inFunction(node.children);
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression':
        return each(node.children, loops, true);
      case 'import_statement':
      case 'import_from_statement':
      case 'future_import_statement':
        for (const name of importedNames(node)) make(name, 'import');
        return;
      case 'assignment':
      case 'augmented_assignment':
        for (const left of fieldsOf(node, 'left')) make(left);
        return each(node.children.filter(({ field }) => field !== 'left'));
      case 'named_expression':
        // Even in a comprehension it is a name of the function around.
        for (const name of fieldsOf(node, 'name')) makes(name, 'variable', loops);
        return each(fieldsOf(node, 'value'));
      case 'for_statement': {
        const inner = [...loops, node];
        each(fieldsOf(node, 'right'));
        for (const left of fieldsOf(node, 'left')) make(left, 'loop', inner);
        each(fieldsOf(node, 'body'), inner);
        return each(fieldsOf(node, 'alternative'));
      }
      case 'while_statement': {
        const inner = [...loops, node];
        each(
          node.children.filter(({ field }) => field !== 'alternative'),
          inner,
        );
        return each(fieldsOf(node, 'alternative'));
      }
      case 'for_in_clause':
        for (const left of fieldsOf(node, 'left')) make(left);
        return each(node.children.filter(({ field }) => field !== 'left'));
      case 'except_clause': {
        const alias = node.children.flatMap((child) => (child.type === 'as_pattern' ? fieldsOf(child, 'alias') : []));
        for (const target of alias) make(target, 'catch');
        return each(node.children);
      }
      case 'as_pattern':
        for (const target of fieldsOf(node, 'alias')) make(target);
        return each(partsOf(node).filter(({ field }) => field !== 'alias'));
      case 'case_clause':
        for (const pattern of node.children.filter(({ type }) => type === 'case_pattern')) captures(pattern, (name) => make(name));
        return each(node.children.filter(({ type }) => type !== 'case_pattern'));
      case 'type_alias_statement': {
        const name = fieldOf(node, 'left')?.children[0];
        if (name?.type === 'identifier') make(name, 'type');
        return each(fieldsOf(node, 'right'));
      }
      case 'global_statement':
      case 'nonlocal_statement':
        if (!isInner) for (const name of partsOf(node)) (node.type === 'global_statement' ? globals : others).add(textOf(name));
        return;
      case 'if_statement':
        return inBranches(node, node, loops, isInner);
      case 'block': {
        const before = list;
        list = node;
        each(node.children);
        list = before;
        return;
      }
      default:
        return each(node.children);
    }
  };
  /** The blocks of an `if`, also those behind `elif` and `else`. */
  const inBranches = (statement: Node, node: Node, loops: readonly Node[], isInner: boolean): void => {
    for (const child of node.children) {
      if (clauses.has(child.type)) {
        inBranches(statement, child, loops, isInner);
      } else if (child.type === 'block' && child.field !== undefined && !isInner) {
        const around = branch;
        branch = { statement, block: child, inLoop: loops.length > 0, around };
        visit(child, loops, isInner);
        branch = around;
      } else visit(child, loops, isInner);
    }
  };
  for (const node of body) visit(node, [], false);

  const made = [...names.values()].flatMap(({ name, kind, node, loops, lists, otherwise, inLoop, inside, mentions }): Made[] => {
    if (kind === undefined || globals.has(name) || others.has(name)) return [];
    const inOrder = !otherwise && lists.size === 1;
    const regions = inOrder || inside || kind !== 'variable' ? [] : regionsOf(mentions);
    return [{ name, kind, node, loop: loops.at(-1), inOrder, atTop: lists.has(undefined), inLoop, regions }];
  });
  // In the order in which they are made: a mention of one further up, or none any more, moves nothing.
  made.sort((one, other) => one.node.start - other.node.start);
  return { made, globals, others };
}

const clauses: ReadonlySet<string> = new Set(['elif_clause', 'else_clause']);

function shared(a: readonly Node[], b: readonly Node[]): readonly Node[] {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same === a.length ? a : a.slice(0, same);
}

/** The names that a target gives a value to; other expressions in it, such as `x[i]`, go to `other`. */
export function eachName(target: Node, name: (node: Node) => void, other: (node: Node) => void = () => {}): void {
  switch (target.type) {
    case 'identifier':
      return name(target);
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
    case 'list_splat_pattern':
    case 'list_splat':
    case 'as_pattern_target':
    case 'parenthesized_expression':
      return partsOf(target).forEach((part) => eachName(part, name, other));
    default:
      return other(target);
  }
}

/** The identifiers that an import makes names of. */
export function importedNames(node: Node): readonly Node[] {
  return fieldsOf(node, 'name').flatMap((name) => {
    if (name.type === 'aliased_import') return fieldsOf(name, 'alias');
    return name.children.slice(0, 1);
  });
}

/** The names that a pattern of `case` gives a value to. */
export function captures(pattern: Node, name: (node: Node) => void): void {
  const parts = partsOf(pattern);
  switch (pattern.type) {
    case 'dotted_name':
      if (parts.length === 1 && parts[0]!.type === 'identifier') name(parts[0]!);
      return;
    case 'class_pattern':
      return parts.slice(1).forEach((part) => captures(part, name));
    case 'keyword_pattern':
      return parts.slice(1).forEach((part) => captures(part, name));
    case 'as_pattern': {
      const last = parts.at(-1);
      if (last?.type === 'identifier') name(last);
      return parts.slice(0, -1).forEach((part) => captures(part, name));
    }
    case 'splat_pattern':
      return parts.forEach((part) => (part.type === 'identifier' ? name(part) : captures(part, name)));
    case 'case_pattern':
    case 'union_pattern':
    case 'list_pattern':
    case 'tuple_pattern':
      return parts.forEach((part) => captures(part, name));
    case 'dict_pattern':
      return parts.filter(({ field }) => field !== 'key').forEach((part) => captures(part, name));
  }
}
