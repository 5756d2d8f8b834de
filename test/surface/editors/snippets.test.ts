/** What people are told to write into the configuration of their editors. */
import { readFileSync } from 'node:fs';
import { parseTree, type ParseError } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';

const page = readFileSync(new URL('../../../integrations/editors/README.md', import.meta.url), 'utf8');
const snippets = [...page.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  text,
  editor:
    /^## (.+)$/m.exec(
      page
        .slice(0, page.indexOf(text))
        .split(/^(?=## )/m)
        .at(-1)!,
    )?.[1] ?? '',
}));
const of = (language: string): readonly (typeof snippets)[number][] => snippets.filter((snippet) => snippet.language === language);

describe('the page on editors', () => {
  test('has a section for each, and each says how the server is started', () => {
    const sections = page.split(/^## /m).slice(1);
    const names = sections.map((section) => section.split('\n')[0]);
    expect(names).toEqual(['Neovim', 'Helix', 'Emacs', 'Sublime Text', 'JetBrains', 'Zed']);
    for (const section of sections) expect(section).toMatch(/\/path\/to\/detent\/dist\/cli\.js['"]?,? ['"]?lsp['"]?,? ['"]?--stdio/);
  });

  test('tells JSON and TOML that can be read', () => {
    expect([of('json').length, of('toml').length]).toEqual([1, 3]);
    for (const { text } of of('json')) {
      const errors: ParseError[] = [];
      parseTree(text, errors);
      expect(errors).toEqual([]);
    }
    for (const { text } of of('toml')) parseToml(text);
  });

  test('names servers for Helix that are defined, or that Helix has', () => {
    const { language, 'language-server': servers } = parseToml(of('toml').find(({ editor }) => editor === 'Helix')!.text) as unknown as {
      readonly language: readonly { readonly 'language-servers': readonly string[] }[];
      readonly 'language-server': Readonly<Record<string, unknown>>;
    };
    const named = new Set(language.flatMap((one) => one['language-servers']));
    expect([...named].filter((name) => !(name in servers)).sort()).toEqual(['pyright', 'typescript-language-server']);
    expect(Object.keys(servers).filter((name) => !named.has(name))).toEqual([]);
  });

  test.each([...of('elisp'), ...of('lua'), ...of('rust')])('closes in $editor what it opens ($language)', ({ text }) => {
    const open: string[] = [];
    for (const sign of text.replaceAll(/"[^"\n]*"|'[^'\n() ]*'/g, '')) {
      const closed = { ')': '(', ']': '[', '}': '{' }[sign];
      if ('([{'.includes(sign)) open.push(sign);
      else if (closed !== undefined) expect(open.pop()).toBe(closed);
    }
    expect(open).toEqual([]);
  });
});
