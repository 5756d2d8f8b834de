/** Who imports whom, and how far that leads. */

/**
 * The files that import each file, in the order of the files that are asked.
 *
 * @param imported the files that a file imports
 */
export function importersOf(
  files: Iterable<string>,
  imported: (file: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const file of files) {
    for (const one of imported(file)) {
      const list = importers.get(one);
      if (list === undefined) importers.set(one, [file]);
      else list.push(file);
    }
  }
  return importers;
}

/** These files, and all that `next` leads to from them. */
export function reachedFrom(start: Iterable<string>, next: (file: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(start);
  for (const file of reached) for (const other of next(file)) reached.add(other);
  return reached;
}
