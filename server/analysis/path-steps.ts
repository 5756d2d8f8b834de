/** Where a path leads from these folders, which it may leave: `.` and `..` are worked out as text, and empty steps are left out. */
export function walkedPath(folders: readonly string[], path: string): string {
  const found = [...folders];
  for (const step of path.split('/')) {
    if (step === '..') found.pop();
    else if (step !== '.' && step !== '') found.push(step);
  }
  return found.join('/');
}
