/** Constants as the language of a file writes them. */

const ofPython: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None' };

/** Python, or a notebook of it. */
function isPython(file: string): boolean {
  return /\.(?:pyi?|ipynb)$/.test(file);
}

/** `false`, and `False` in Python. */
export function literalIn(file: string, value: boolean | null): string {
  const text = String(value);
  return isPython(file) ? ofPython[text]! : text;
}

/** `readOnlyHint: false`, and `readOnlyHint=False` in Python. */
export function givenIn(file: string, name: string, text: string): string {
  return isPython(file) ? `${name}=${text}` : `${name}: ${text}`;
}

/** A message about a file: constants in quotes, and values of names there, are written as in its language. */
export function wordedFor(file: string, message: string): string {
  if (!isPython(file)) return message;
  return message
    .replace(/`(true|false|null)`/g, (_, value: string) => `\`${ofPython[value]!}\``)
    .replace(/`(\{[A-Za-z]{1,40}\}|[A-Za-z]{1,40}): (\{[A-Za-z]{1,40}\}|true|false|null)`/g, (_, name: string, value: string) => {
      return `\`${name}=${ofPython[value] ?? value}\``;
    });
}
