import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Finding } from '../analysis/finding.js';
import { groupBy } from '../analysis/group-by.js';
import { changeSeverityCommand, fixAllKind, fixNotebookKind, fixRuleCommand } from '../protocol/index.js';
import type { OpenDocument } from './documents.js';
import { marksFor, marksOf, type Mark, type MarkContext } from './marks.js';
import { canIgnore, ignoreEdit, ignorePages } from './ignore.js';
import { safeFixes } from './safe-fixes.js';
import { nameAdded, ruleSetTo, type ProjectSettings } from './settings-edits.js';
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
  readonly settings?: ProjectSettings;
  /** The name that the cursor is on. */
  readonly word?: string;
  readonly marking: MarkContext;
  /** Commands that the client has. */
  readonly commands: readonly string[];
  /** How many findings of a rule have a safe fix, in all files. */
  readonly fixable: (ruleId: string) => number;
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
  const fixes = only === undefined || wants(only, CodeActionKind.QuickFix) ? quickFixes(params, context) : [];
  const marks = only === undefined || wants(only, CodeActionKind.Refactor) ? marksHere(context) : [];
  const actions = [...fixes, ...marks.filter(({ title }) => fixes.every((fix) => fix.title !== title))];
  if (only === undefined) return actions;
  const all = wants(only, fixAllKind) ? fixAll(fixAllKind, context.findings, context) : undefined;
  const { notebook } = context;
  const inCells = notebook && wants(only, fixNotebookKind) ? fixAll(fixNotebookKind, notebook, context) : undefined;
  return [...actions, all, inCells].filter((action) => action !== undefined);
}

function marksHere(context: ActionContext): readonly CodeAction[] {
  const { word, marking } = context;
  if (word === undefined) return [];
  return marksOf(word, marking)
    .map((mark) => marked(mark, context, CodeActionKind.Refactor))
    .filter((action) => action !== undefined);
}

function wants(only: readonly CodeActionKind[], kind: CodeActionKind): boolean {
  return only.some((asked) => kind === asked || asked === '' || kind.startsWith(`${asked}.`));
}

function quickFixes(
  { range, context: { diagnostics } }: Pick<CodeActionParams, 'range' | 'context'>,
  context: ActionContext,
): CodeAction[] {
  const { converter, findings, document } = context;
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

  const rules = groupBy(here, ({ finding }) => finding.ruleId);
  const ofRules = [...rules].map(([ruleId, all]) =>
    aboutRule(
      ruleId,
      all.flatMap(({ diagnostics: about }) => about),
      context,
    ),
  );
  const ignores = canIgnore(document) ? here.map(({ finding, diagnostics: about }) => ignore(finding, about)) : [];
  const marks = here.flatMap(({ finding, diagnostics: about }) =>
    marksFor(finding, context.marking).map((mark) => marked(mark, context, CodeActionKind.QuickFix, about)),
  );
  return [
    ...single,
    ...ofRules.flatMap(({ fixes }) => fixes),
    ...new Map(marks.map((action) => [action?.title, action])).values(),
    ...ignores,
    ...ofRules.flatMap(({ settings }) => settings),
  ].filter((action) => action !== undefined);
}

/** What can be done about all findings of a rule: fixing them, or giving the rule another severity. */
function aboutRule(ruleId: string, diagnostics: readonly Diagnostic[], context: ActionContext) {
  const { converter, document, findings, notebook, settings, commands, fixable } = context;
  const common = { kind: CodeActionKind.QuickFix, diagnostics };
  const commanded = (title: string, command: string, grade: ActionData['grade']): CodeAction | undefined =>
    commands.includes(command)
      ? converter.action({ ...common, title, command: { title, command, arguments: [ruleId, document.uri] }, data: { ruleId, grade } })
      : undefined;
  const { edits, fixed } = safeFixes(
    findings.filter((finding) => finding.ruleId === ruleId),
    document.file,
  );
  const count = fixed.length;
  const everywhere = fixable(ruleId);
  const off = settings && ruleSetTo(ruleId, 'off', settings);
  return {
    fixes: [
      count < 2
        ? undefined
        : converter.action({
            ...common,
            title: `Fix all ${count} ${ruleId} problems in this ${notebook ? 'cell' : 'file'}`,
            edits,
            data: { ruleId, grade: 'auto' },
          }),
      everywhere > Math.max(count, 1)
        ? commanded(`Fix all ${everywhere} ${ruleId} problems in the workspace…`, fixRuleCommand, 'auto')
        : undefined,
    ],
    settings: [
      off && converter.action({ ...common, title: `Switch ${ruleId} off for the project`, edits: off, data: { ruleId, grade: 'ignore' } }),
      settings && commanded(`Change the severity of ${ruleId}…`, changeSeverityCommand, 'ignore'),
    ],
  };
}

const promises = { idempotencyWrappers: 'idempotent', approvalWrappers: 'asking for approval' } as const;

/** What the project knows of a function, written where the project says such things. */
function marked(
  { list, name }: Mark,
  { converter, settings }: ActionContext,
  kind: CodeActionKind,
  diagnostics: readonly Diagnostic[] = [],
): CodeAction | undefined {
  const edits = settings && nameAdded(list, name, settings);
  if (edits === undefined) return undefined;
  const title = `Mark \`${name}\` as ${promises[list]} in detent.config.json`;
  return converter.action({ title, kind, edits, data: { grade: 'mark' }, ...(diagnostics.length > 0 && { diagnostics }) });
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
  const { edits, fixed } = safeFixes(findings, document.file);
  if (fixed.length === 0) return undefined;
  return converter.action({ title: 'Apply all safe Detent fixes', kind, edits, data: { grade: 'auto' } });
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
