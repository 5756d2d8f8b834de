import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { memoryHost, type MemoryHost } from '../../../server/hosts/memory.js';
import { run } from '../../../server/cli/run.js';
import { heard } from '../../harness/outputs.js';

/** One `##` section of a transcript: files, then commands with what they answer. */
export interface Scene {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** The console block as it stands. */
  readonly console: string;
  /** Files as they are after the commands. */
  readonly after: Readonly<Record<string, string>>;
}

const cwd = '/home/me/app';

/**
 * Reads a transcript. A block ` ```ts file=a.ts ` is a file, ` ```ts after=a.ts ` the same file afterwards,
 * ` ```ts stdin ` the standard input, ` ```console ` commands and answers.
 */
export function readScenes(markdown: string): readonly Scene[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const blocks = [...section.matchAll(/^(`{3,4})([a-z]*)([^\n]*)\n([\s\S]*?)^\1$/gm)].map(([, , language, info = '', text = '']) => ({
        language,
        info: info.trim(),
        text,
      }));
      const named = (word: string): Record<string, string> =>
        Object.fromEntries(blocks.flatMap(({ info, text }) => (info.startsWith(`${word}=`) ? [[info.slice(word.length + 1), text]] : [])));
      return {
        title: section.split('\n')[0]!,
        files: named('file'),
        after: named('after'),
        stdin: blocks.find(({ info }) => info === 'stdin')?.text ?? '',
        console: blocks.find(({ language }) => language === 'console')?.text ?? '',
      };
    });
}

/** Runs the commands of a scene and writes its console block anew. */
export async function play({ files, stdin, console: expected }: Scene): Promise<{ readonly console: string; readonly host: MemoryHost }> {
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${cwd}/${name}`, text])));
  let written = '';
  for (const command of expected.match(/^\$ detent.*$/gm) ?? []) {
    let [out, err] = ['', ''];
    const code = await run(words(command.slice('$ detent'.length)), {
      host: { ...host, toFile: (path) => path },
      cwd,
      out: (text) => (out += text),
      err: (text) => (err += text),
      color: false,
      stdin: async () => new TextEncoder().encode(stdin),
      version: () => '1.2.3',
      page: (id) => page(id),
      serve: async () => {},
    });
    heard(command, out + err);
    written += `${command}\n${out}${err.replace(/^(?=.)/gm, '! ')}[exit ${code}]\n\n`;
  }
  return { console: `${written.trimEnd()}\n`, host };
}

export async function textOf(host: MemoryHost, name: string): Promise<string> {
  const answer = await host.read(`${cwd}/${name}`);
  return 'bytes' in answer ? new TextDecoder().decode(answer.bytes) : answer.problem;
}

/** The transcript with another console block in one scene. */
export function withConsole(markdown: string, { title, console }: Scene, text: string): string {
  const start = markdown.indexOf(`## ${title}\n`);
  return markdown.slice(0, start) + markdown.slice(start).replace(console, () => text);
}

function words(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"|"$/g, ''));
}

function page(id: string): string | undefined {
  const file = fileURLToPath(new URL(`../../../rules/checks/${id}/README.md`, import.meta.url));
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
