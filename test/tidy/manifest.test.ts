/** What the manifest of the extension promises is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, root } from './repository.js';

interface Contributed {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
  readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  readonly languageModelTools: readonly LanguageModelTool[];
  readonly configuration: { readonly properties: Readonly<Record<string, object>> };
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

interface LanguageModelTool {
  readonly name: string;
  readonly modelDescription: string;
  readonly inputSchema: {
    readonly properties: Readonly<Record<string, { readonly description?: string }>>;
    readonly additionalProperties: boolean;
  };
}

const { contributes } = JSON.parse(read('package.json')) as { readonly contributes: Contributed };
const table = read('client/commands/index.ts');
const protocol = read('server/protocol/fixes.ts') + read('server/protocol/places.ts');
const commands = contributes.commands.map(({ command }) => command);

/** Commands of VS Code itself that buttons lead to. */
const others = ['vscode.openFolder', 'workbench.action.openWalkthrough', 'editor.action.marker.next'];
const isKnown = (command: string): boolean => commands.includes(command) || others.includes(command) || command === 'detent.showPlaces';
const linked = (text: string): readonly string[] => [...text.matchAll(/\(command:([A-Za-z.]{1,80})/g)].map(([, command]) => command!);

describe('commands', () => {
  test('are in order, and are named as what they do', () => {
    expect(commands).toEqual(commands.toSorted());
    for (const { title, category } of contributes.commands) {
      expect(title).toMatch(/^(?:Apply|Change|Copy|Export|Group|Open|Restart|Show) [A-Z a-z']{3,50}$/);
      expect(category).toBe('Detent');
    }
  });

  test.each(commands)('the client has %s', (command) => {
    const constant = new RegExp(`const (\\w{1,40}) = '${command.replace('.', '\\.')}'`).exec(protocol)?.[1];
    expect(table).toContain(constant === undefined ? `'${command}':` : `[${constant}]:`);
  });

  test('menus show commands that there are', () => {
    const shown = Object.values(contributes.menus).flatMap((entries) => entries.map(({ command }) => command));
    expect(shown.filter((command) => !isKnown(command))).toEqual([]);
  });
});

describe('walkthrough and welcome', () => {
  const [walkthrough] = contributes.walkthroughs;

  test('there are three to five steps, each with a page that is packaged', () => {
    expect(walkthrough!.steps.length).toBeGreaterThanOrEqual(3);
    expect(walkthrough!.steps.length).toBeLessThanOrEqual(5);
    expect(read('.vscodeignore')).toContain('!media/walkthrough/*');
    for (const { media } of walkthrough!.steps) expect(existsSync(join(root, media.markdown))).toBe(true);
  });

  test.each(walkthrough!.steps)(
    'step $id loads nothing, and leads to commands that there are',
    ({ description, media, completionEvents }) => {
      const page = read(media.markdown);
      expect(page).not.toMatch(/https?:|!\[|<img/);
      const asked = [...linked(description), ...linked(page), ...completionEvents.map((event) => event.replace(/^onCommand:/, ''))];
      expect(asked.length).toBeGreaterThan(1);
      expect(asked.filter((command) => !isKnown(command))).toEqual([]);
    },
  );

  test('pages speak of settings, kinds and commands that there are', () => {
    const pages = walkthrough!.steps.map(({ media }) => read(media.markdown)).join('\n');
    const titles = contributes.commands.map(({ title }) => title);
    for (const [, named] of pages.matchAll(/\*(Apply [^*]{1,60})\*/g)) expect(titles).toContain(named);
    for (const [kind] of pages.matchAll(/source\.[\w.]{1,40}/g)) expect(read('server/protocol/options.ts')).toContain(`'${kind}'`);
  });

  test('the view says what to do where it is empty', () => {
    const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));
    for (const { view, contents } of contributes.viewsWelcome) {
      expect(views).toContain(view);
      expect(linked(contents).filter((command) => !isKnown(command))).toEqual([]);
      const named = /openWalkthrough\?%22([\w.]{1,40})%23([\w.]{1,40})%22/.exec(contents);
      if (named) expect([named[1], named[2]]).toEqual(['detent.detent', walkthrough!.id]);
    }
  });
});

describe('tools of language models', () => {
  test.each(contributes.languageModelTools)('$name is registered, says when to use it, and takes what it says', (tool) => {
    expect(read('client/language-model-tool.ts')).toContain(`registerTool('${tool.name}'`);
    expect(tool.modelDescription).toMatch(/\bUse it\b.*\bonly reads\b/s);
    expect(tool.inputSchema.additionalProperties).toBe(false);
    const taken = [...read('server/protocol/check.ts').matchAll(/^ {2}readonly (\w{1,40})\?/gm)].map(([, name]) => name);
    expect(Object.keys(tool.inputSchema.properties)).toEqual(taken);
  });
});
