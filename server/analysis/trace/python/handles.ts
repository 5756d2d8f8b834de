/** Files that are opened: reading and writing go through the object that opening gives. */
import { plainEffect, type DirectEffect } from '../direct-effect.js';
import type { TracedEffect } from '../traced.js';
import { optionsOf, type ExternalValue, type Value } from '../value.js';
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

/** Equal for the file that `tempfile` made, its name and its handle: the place where it is made. `undefined` for other files. */
export function scratchOf(value: Value): string | undefined {
  if (value.kind === 'derived') {
    const { at, operation, from } = value;
    if (/(?:^|\.)mkstemp\(\)$/.test(operation)) return at === undefined ? undefined : `scratch ${at.file}:${at.span.start}`;
    return from[0] !== undefined && /^\.[01]$|^(?:str|fspath)\b/.test(operation) ? scratchOf(from[0]) : undefined;
  }
  if (value.kind !== 'external') return undefined;
  if (value.library === 'py:tempfile')
    return value.call === undefined ? undefined : `scratch ${value.call.env.module.file}:${value.call.node.span.start}`;
  const [first] = value.path === 'Path#' || isHandle(value) ? (value.args ?? []) : [];
  return first === undefined ? undefined : scratchOf(first);
}

const writing: ReadonlySet<string> = new Set(['write', 'writelines']);

/** `scratch.write(text)`, `json.dump(data, scratch)`: what a file holds that may take the place of another one later. */
export function scratchWrites(receiver: Value | undefined, method: string | undefined, args: readonly Value[]): readonly DirectEffect[] {
  const given = flattened(args);
  const handles = [...(method !== undefined && writing.has(method) ? [receiver] : []), ...given].flatMap((value) =>
    value === undefined ? [] : optionsOf(value).flatMap(written).filter(isScratch),
  );
  const content = given.filter((value) => !handles.includes(value));
  if (content.length === 0) return [];
  return handles.map((subject) => ({
    ...plainEffect({ class: 'write.set', resource: 'filesystem', api: 'tempfile: TemporaryFile#write', certainty: 'certain' }),
    subject,
    content,
    own: true,
  }));
}

function isScratch(value: Value): boolean {
  if (value.kind !== 'external') return false;
  return (value.path === 'TemporaryFile#' || isHandle(value)) && scratchOf(value) !== undefined;
}
