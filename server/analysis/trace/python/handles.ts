/** Files that are opened: reading and writing go through the object that opening gives. */
import type { TracedEffect } from '../traced.js';
import type { ExternalValue, Value } from '../value.js';
import { flattened } from './arguments.js';

/** The file that was opened. */
export function openedFile(value: Value): Value | undefined {
  return isHandle(value) ? value.args?.[0] : undefined;
}

function isHandle(value: Value): value is ExternalValue {
  return value.kind === 'external' && value.path === 'TextIOWrapper#';
}

/** `json.dump(data, file)`, `file.write(text)`: what reaches an open file is what opening it writes. */
export function fillOpened(effects: TracedEffect[], receiver: Value | undefined, args: readonly Value[]): void {
  const values = [...(receiver === undefined ? [] : [receiver]), ...flattened(args)];
  for (const handle of values.flatMap(written)) {
    if (!isHandle(handle) || handle.call === undefined) continue;
    const { node, env } = handle.call;
    const at = effects.findIndex(
      (effect) => effect.class !== 'read' && effect.span.start === node.callee.span.start && effect.file === env.module.file,
    );
    const opening = effects[at];
    if (opening !== undefined) effects[at] = { ...opening, content: [...opening.content, ...values.filter((value) => value !== handle)] };
  }
}

/** `csv.writer(file)` writes into the file that it was made for. */
function written(value: Value): readonly Value[] {
  return value.kind === 'derived' && /^(?:Dict)?[Ww]riter\(\)$/.test(value.operation) ? value.from : [value];
}
