import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Finding, Fix, TextEdit } from '../analysis/finding.js';
import { Together } from '../analysis/together.js';
import { fixAllKind, fixNotebookKind } from '../protocol/index.js';
import type { OpenDocument } from './documents.js';
import { canIgnore, ignoreEdit, ignorePages } from './ignore.js';
import { switchedOff, type RuleSettings } from './switch-off.js';
import type { ActionData, Converter } from './to-lsp.js';

export interface ActionContext {
  /** For a cell of a notebook, its notebook under the address and the version of the cell. */
  readonly document: OpenDocument;
  /** All findings of the document. */
  readonly findings: readonly Finding[];
  /** All findings of the notebook that the document is a cell of. */
  readonly notebook?: readonly Finding[];
  readonly converter: Converter;
  /** Where the project says what its rules are; absent where there is no project. */
  readonly settings?: RuleSettings;
  /** The client will ask for edits that take time. */
  readonly lazyEdits: boolean;
}

/**
 * What can be done at a range: the fixes of the findings there, every safe fix of one rule in the file, and ignoring the
 * finding with a reason. `source.fixAll.detent`, and `notebook.source.fixAll.detent` for all cells at once, are offered only to those
 * who ask for them, as editors do on save.
 */
export function codeActions(params: Pick<CodeActionParams, 'range' | 'context'>, context: ActionContext): CodeAction[] {
  const { only } = params.context;
  const actions = only === undefined || wants(only, CodeActionKind.QuickFix) ? quickFixes(params, context) : [];
  if (only === undefined) return actions;
  const all = wants(only, fixAllKind) ? fixAll(fixAllKind, context.findings, context) : undefined;
  const { notebook } = context;
  const inCells = notebook && wants(only, fixNotebookKind) ? fixAll(fixNotebookKind, notebook, context) : undefined;
  return [...actions, all, inCells].filter((action) => action !== undefined);
}

function wants(only: readonly CodeActionKind[], kind: CodeActionKind): boolean {
  return only.some((asked) => kind === asked || asked === '' || kind.startsWith(`${asked}.`));
}

function quickFixes(
  { range, context: { diagnostics } }: Pick<CodeActionParams, 'range' | 'context'>,
  context: ActionContext,
): CodeAction[] {
  const { converter, findings, document, notebook } = context;
  const ignore = ignoring(context);
  const here = findings
    .map((finding) => ({ finding, diagnostic: converter.diagnostic(finding) }))
    .filter(({ diagnostic }) => touches(diagnostic.range, range))
    .map(({ finding, diagnostic }) => ({ finding, diagnostics: [shown(diagnostic, diagnostics) ?? diagnostic] }));

  const single = here.flatMap(({ finding, diagnostics: about }) =>
    finding.fixes.map((fix, index) =>
      converter.action({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        edits: fix.edits,
        diagnostics: about,
        preferred: index === 0 && fix.grade !== 'choice',
        data: { ruleId: finding.ruleId, grade: fix.grade },
      }),
    ),
  );

  const rules = [...new Set(here.map(({ finding }) => finding.ruleId))];
  const allOfRule = rules.map((ruleId) => {
    const { edits, count } = together(
      document.file,
      findings.filter((finding) => finding.ruleId === ruleId),
    );
    const about = here.filter(({ finding }) => finding.ruleId === ruleId).flatMap(({ diagnostics: one }) => one);
    return count < 2
      ? undefined
      : converter.action({
          title: `Fix all ${count} ${ruleId} problems in this ${notebook ? 'cell' : 'file'}`,
          kind: CodeActionKind.QuickFix,
          edits,
          diagnostics: about,
          data: { ruleId, grade: 'auto' },
        });
  });

  const ignores = canIgnore(document) ? here.map(({ finding, diagnostics: about }) => ignore(finding, about)) : [];
  const { settings } = context;
  const switches = rules.map((ruleId) => {
    const edits = settings && switchedOff(ruleId, settings);
    const about = here.filter(({ finding }) => finding.ruleId === ruleId).flatMap(({ diagnostics: one }) => one);
    const title = `Switch ${ruleId} off for the project`;
    return (
      edits && converter.action({ title, kind: CodeActionKind.QuickFix, edits, diagnostics: about, data: { ruleId, grade: 'ignore' } })
    );
  });
  return [...single, ...allOfRule, ...ignores, ...switches].filter((action) => action !== undefined);
}

/** The edit of an action that was offered without one; the action itself when there is none to be had. */
export function resolveAction(action: CodeAction, { document, findings, converter }: ActionContext): CodeAction {
  const { later } = action.data as ActionData;
  const finding = findings.find(({ fingerprint }) => fingerprint === later?.fingerprint);
  const added = finding && ignoreEdit(finding, ignorePages(document));
  const edit = added && converter.workspaceEdit([added]);
  return edit ? { ...action, edit } : action;
}

/** Finding the line for a comment takes a parse of the document, so it waits for the choice where the client can. */
function ignoring({ document, converter, lazyEdits }: ActionContext) {
  const pages = ignorePages(document);
  return (finding: Finding, diagnostics: readonly Diagnostic[]): CodeAction | undefined => {
    const { ruleId, fingerprint } = finding;
    const { uri, version } = document;
    const action = { title: `Ignore ${ruleId} here, with a reason`, kind: CodeActionKind.QuickFix, diagnostics };
    if (lazyEdits) return converter.action({ ...action, data: { ruleId, grade: 'ignore', later: { uri, version, fingerprint } } });
    const edit = ignoreEdit(finding, pages);
    return edit && converter.action({ ...action, edits: [edit], data: { ruleId, grade: 'ignore' } });
  };
}

function fixAll(kind: CodeActionKind, findings: readonly Finding[], { document, converter }: ActionContext): CodeAction | undefined {
  const { edits, count } = together(document.file, findings);
  if (count === 0) return undefined;
  return converter.action({ title: 'Apply all safe Detent fixes', kind, edits, data: { grade: 'auto' } });
}

/**
 * The edits of all `auto` fixes that stay within the file. Where two would touch the same place the first wins, and the
 * next run takes the other.
 */
function together(file: string, findings: readonly Finding[]): { readonly edits: readonly TextEdit[]; readonly count: number } {
  const all = new Together();
  const chosen = findings.filter((finding) => {
    const fix = finding.fixes.find((one) => isSafeWithin(file, one));
    return fix !== undefined && all.add(fix);
  });
  return { edits: all.edits.toSorted((a, b) => a.span.start - b.span.start), count: chosen.length };
}

function isSafeWithin(file: string, fix: Fix): boolean {
  return fix.grade === 'auto' && fix.edits.length > 0 && fix.edits.every((edit) => edit.file === file);
}

/** The diagnostic as the editor holds it, so that the editor knows which one the action is for. */
function shown(ours: Diagnostic, theirs: readonly Diagnostic[]): Diagnostic | undefined {
  return theirs.find(
    (one) =>
      one.source === ours.source &&
      one.code === ours.code &&
      one.message === ours.message &&
      compare(one.range.start, ours.range.start) === 0 &&
      compare(one.range.end, ours.range.end) === 0,
  );
}

function touches(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
