/** Files that hold code in cells. */
export function isNotebook(file: string): boolean {
  return file.endsWith('.ipynb');
}
