/** Reads files of assignments that are no environment files: scripts of a shell, container files, Terraform variables, properties. */
import type { Setting } from '../../../rules/kit/index.js';
import type { Classifier } from './classify.js';
import { readEnvConfig } from './env-config.js';

/**
 * The assignments of a file, and credentials in its other lines, such as arguments of a command. Spans are those of the text that was given.
 *
 * @param container the file builds a container: `ENV NAME=value`, `ARG NAME=value`, `ENV NAME value`
 */
export function readLineSettings(file: string, text: string, container: boolean, classifier: Classifier): readonly Setting[] {
  const masked = container ? withoutInstructions(text) : text.replaceAll(/\\(\r?\n)/g, ' $1');
  const { settings } = readEnvConfig(file, masked, classifier);
  const assigned = new Set(settings.map(({ lineSpan }) => lineSpan.start));
  const others: Setting[] = [];
  let at = 0;
  for (const line of masked.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (assigned.has(start) || line.length > 4096 || line.trimStart().startsWith('#')) continue;
    const found = classifier.classify(line);
    if (found === undefined) continue;
    const span = { start: start + found.start, end: start + found.end };
    const [key = ''] = /^\s*[\w./-]{1,40}/.exec(line)?.[0].trim().split(' ') ?? [];
    const lineSpan = { start, end: start + line.length };
    const shown = { file, span, key, path: [key], keySpan: span, lineSpan, inert: false, commentedOut: false };
    others.push({ ...shown, credential: found.credential, secret: span });
  }
  return [...settings, ...others];
}

/** Instructions, and signs that a line goes on, become blanks, so that every offset stays. */
function withoutInstructions(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [head] = /^\s{0,8}(?:ENV|ARG)\s/i.exec(line) ?? [];
      const rest = head === undefined ? line : ' '.repeat(head.length) + line.slice(head.length);
      const [name] = head === undefined ? [] : (/^\s{0,20}[A-Za-z_]\w{0,100}(?= [^=\s])/.exec(rest) ?? []);
      const assigned = name === undefined ? rest : `${name}=${rest.slice(name.length + 1)}`;
      return assigned.replace(/\\(\s?)$/, ' $1');
    })
    .join('\n');
}
