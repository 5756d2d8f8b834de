import {
  EventEmitter,
  MarkdownString,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  commands,
  window,
  workspace,
  type Disposable,
  type Hover,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { ToolEntry } from '../server/protocol/index.js';

const groupings = ['tier', 'framework', 'file'] as const;
export type Grouping = (typeof groupings)[number];

interface Group {
  readonly label: string;
  readonly tools: readonly ToolEntry[];
}

type Node = Group | ToolEntry;

/** From most to least power; what could not be told comes before what is known to do no harm. */
const tierOrder: readonly ToolEntry['tier'][] = ['privileged', 'destructive', 'write', null, 'observe'];
const icons: Readonly<Record<string, readonly [icon: string, color?: string]>> = {
  privileged: ['shield', 'charts.red'],
  destructive: ['flame', 'charts.red'],
  write: ['edit', 'charts.yellow'],
  unknown: ['question'],
  observe: ['eye', 'charts.green'],
};

/** The tree of tools; it asks the server again when told to, and at most once in a while. */
export class ToolsView implements TreeDataProvider<Node>, Disposable {
  readonly #ask: () => Promise<readonly ToolEntry[]>;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<Node>;
  #grouping: Grouping = 'tier';
  #tools: readonly ToolEntry[] = [];
  #known = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(ask: () => Promise<readonly ToolEntry[]>) {
    this.#ask = ask;
    this.#view = window.createTreeView('detent.tools', { treeDataProvider: this, showCollapseAll: true });
    this.#view.onDidChangeVisibility(() => this.refresh());
    this.#showGrouping();
  }

  group(by: Grouping): void {
    this.#grouping = by;
    this.#showGrouping();
    this.#changed.fire();
  }

  /** The tools may be others now. While keys are typed this is so many times a second. */
  refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#read();
    }, 300);
  }

  getTreeItem(node: Node): TreeItem {
    return 'tools' in node ? groupItem(node, this.#grouping) : toolItem(node, this.#grouping);
  }

  /** The card is what hovering over the tool's name shows. */
  async resolveTreeItem(item: TreeItem, node: Node): Promise<TreeItem> {
    if ('tools' in node) return item;
    const { line, character } = node.range.start;
    const place = [Uri.parse(node.uri), new Position(line, character + 1)] as const;
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...place);
    const texts = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
    const card = texts.find((text) => text.includes(node.summary.split(' · ')[0]!) && text.includes(node.name));
    item.tooltip = card === undefined ? node.summary : new MarkdownString(card);
    return item;
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return grouped(this.#tools, this.#grouping);
    return 'tools' in node ? [...node.tools] : [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    this.#view.dispose();
  }

  async #read(): Promise<void> {
    // Nobody sees it, so nobody waits for it; when it is shown, it is asked for.
    if (!this.#view.visible) return;
    const tools = await this.#ask();
    const text = JSON.stringify(tools);
    if (text === this.#known) return;
    this.#known = text;
    this.#tools = tools;
    const bad = tools.filter(({ findings }) => findings > 0).length;
    this.#view.badge = bad === 0 ? undefined : { value: bad, tooltip: `${bad} of ${tools.length} tools have findings` };
    await commands.executeCommand('setContext', 'detent.tools', tools.length > 0 ? 'some' : 'none');
    this.#changed.fire();
  }

  #showGrouping(): void {
    this.#view.description = `by ${this.#grouping}`;
    void commands.executeCommand('setContext', 'detent.toolGrouping', this.#grouping);
  }
}

function grouped(tools: readonly ToolEntry[], by: Grouping): Group[] {
  const groups = new Map<string, ToolEntry[]>();
  for (const tool of tools) {
    const label =
      by === 'tier' ? (tool.tier ?? 'unknown') : by === 'framework' ? tool.framework : workspace.asRelativePath(Uri.parse(tool.uri));
    groups.set(label, [...(groups.get(label) ?? []), tool]);
  }
  const rank = (label: string): number => tierOrder.findIndex((tier) => (tier ?? 'unknown') === label);
  return [...groups]
    .map(([label, list]) => ({ label, tools: list.toSorted((a, b) => a.name.localeCompare(b.name)) }))
    .sort((a, b) => (by === 'tier' ? rank(a.label) - rank(b.label) : a.label.localeCompare(b.label)));
}

function groupItem({ label, tools }: Group, by: Grouping): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = `${by} ${label}`;
  item.description = String(tools.length);
  if (by === 'tier') item.iconPath = icon(label);
  return item;
}

function toolItem(tool: ToolEntry, by: Grouping): TreeItem {
  const { name, tier, uri, range, summary, findings, worst, inTests } = tool;
  const item = new TreeItem(name, TreeItemCollapsibleState.None);
  const file = workspace.asRelativePath(Uri.parse(uri));
  item.description = [
    findings > 0 ? `${findings} ${findings === 1 ? 'finding' : 'findings'}` : '',
    by === 'file' ? summary : file,
    inTests ? 'test' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  item.iconPath =
    worst === undefined
      ? icon(tier ?? 'unknown')
      : icon(tier ?? 'unknown', worst === 'error' ? 'list.errorForeground' : 'list.warningForeground');
  item.contextValue = 'tool';
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = { title: 'Show in Code', command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] };
  return item;
}

function icon(tier: string, color?: string): ThemeIcon {
  const [name, own] = icons[tier] ?? icons['unknown']!;
  const shown = color ?? own;
  return new ThemeIcon(name, shown === undefined ? undefined : new ThemeColor(shown));
}
