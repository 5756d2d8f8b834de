import type { Way } from '../../../rules/kit/index.js';

/** What is wanted at one place of a JSON text, and below it. All that no node stands for is passed over. */
export interface WayNode {
  readonly keys: Map<string, WayNode>;
  /** Items of a list. */
  items?: WayNode;
  /** Values of an object under whatever key. */
  values?: WayNode;
  /** The value here is told under these names. */
  readonly slots: string[];
  /** A row begins and ends here. */
  row?: Way;
}

export function emptyNode(): WayNode {
  return { keys: new Map(), slots: [] };
}

/** The node that a way leads to, made where it is missing. */
export function nodeAt(root: WayNode, way: Way): WayNode {
  let node = root;
  for (const step of stepsOf(way)) {
    if (step === '[]') node = node.items ??= emptyNode();
    else if (step === '*') node = node.values ??= emptyNode();
    else {
      const next = node.keys.get(step) ?? emptyNode();
      node.keys.set(step, next);
      node = next;
    }
  }
  return node;
}

/** `simulations[].id` gives `simulations`, `[]`, `id`. */
function stepsOf(way: Way): readonly string[] {
  return way.split('.').flatMap((part) => {
    const name = part.replace(/\[\]$/, '');
    return [...(name === '' ? [] : [name]), ...(part.endsWith('[]') ? ['[]'] : [])];
  });
}
