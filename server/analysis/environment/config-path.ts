/** Keys from the root of a configuration to a value, held against patterns. */

/** Whether a path fits `mcpServers.*.trust`: `*` stands for one key or item, `**` for any of them. A key may hold dots itself. */
export function isAt(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === '**') return path.some((_, index) => isAt(rest, path.slice(index)));
  return path.length > 0 && (head === '*' || head === path[0]) && isAt(rest, path.slice(1));
}
