/** Pages that load nothing: one style for light and dark, and text that means nothing to a browser. */
import { printable } from '../printable.js';

const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --blue: #0969da; --green: #1a7f37; --amber: #9a6700; --red: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #30363d; --paper: #0d1117; --blue: #4493f8; --green: #3fb950; --amber: #d29922; --red: #f85149; } }
body.vscode-light { --ink: var(--vscode-foreground); --paper: var(--vscode-editor-background); }
body.vscode-dark, body.vscode-high-contrast { --ink: var(--vscode-foreground); --soft: #9198a1; --line: #30363d; --paper: var(--vscode-editor-background); --blue: #4493f8; --green: #3fb950; --amber: #d29922; --red: #f85149; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
body.wide { max-width: 68rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin-top: 1.5rem; } p, ul { margin: 0.6rem 0; } .soft { color: var(--soft); }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; } a { color: var(--blue); } :focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { padding: 0.2rem 1.2rem 0.2rem 0; text-align: right; } th:first-child, td:first-child { text-align: left; }
th { font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); } svg { width: 100%; height: auto; margin: 0.6rem 0; }
table.words th, table.words td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); } caption { text-align: left; color: var(--soft); padding-bottom: 0.4rem; } tbody th { font-weight: 400; color: inherit; } tbody th code { white-space: nowrap; }
.scroll { overflow-x: auto; } .good { color: var(--green); } .doubt { color: var(--amber); } .bad { color: var(--red); } details { margin: 0.4rem 0; } summary { cursor: pointer; }
`;

/** @param more rules of style for what only this page has */
export function page(title: string, body: readonly string[], { more = '', wide = false } = {}): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${style}${more}</style></head>`,
    wide ? '<body class="wide">' : '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

export function list(said: readonly string[]): string {
  return said.length === 0 ? '' : `<ul>${said.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`;
}

/** Numbers, with what they are of in front. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line(head, 'th')}</thead><tbody>${rows.map((cells) => line(cells, 'td')).join('')}</tbody></table>`;
}

/** Words in columns; the cells are written already, and the first of each row names it. */
export function wordTable(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  return [
    '<div class="scroll"><table class="words">',
    `<caption>${text(caption)}</caption>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${text(name)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Names come from elsewhere, and mean nothing to a browser. */
export function text(said: string): string {
  return printable(said).replaceAll(/[&<>"']/g, (sign) => signs[sign]!);
}

export function code(said: string): string {
  return `<code>${text(said)}</code>`;
}

/** Words that mark code with backticks, as messages do. */
export function marked(said: string): string {
  return said
    .split(/`([^`]*)`/)
    .map((part, i) => (i % 2 === 1 ? code(part) : text(part)))
    .join('');
}
