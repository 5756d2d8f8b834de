import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as it matters here. */
export interface ClientAbilities {
  readonly pull: boolean;
  /** Pulls again when it is asked to. */
  readonly refresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  /** Wants the version of the document with pushed diagnostics. */
  readonly diagnosticVersion: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly snippetEdits: boolean;
  /** Shows what is noted of edits, and lets the user confirm them. */
  readonly annotations: boolean;
  /** Understands code actions that are no commands; without it there are none. */
  readonly codeActionLiterals: boolean;
  /** Asks for the edit of an action when the user has chosen it. */
  readonly lazyEdits: boolean;
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
  readonly folders: boolean;
  /** Opens the cells of notebooks as documents. */
  readonly notebooks: boolean;
  readonly watching: boolean;
  /** Shows what takes long, and lets the user stop it. */
  readonly progress: boolean;
  /** Shows Markdown on hover. */
  readonly markdown: boolean;
  /** Completion can be asked for in configurations alone. */
  readonly completionRegistration: boolean;
  readonly snippetCompletions: boolean;
  /** Asks for lenses again when it is asked to. */
  readonly lensRefresh: boolean;
  readonly inlayRefresh: boolean;
}

/** Reads the capabilities of `initialize`; what is not announced is taken as missing. */
export function abilitiesOf({ textDocument, workspace, notebookDocument, window }: ClientCapabilities): ClientAbilities {
  const pushed = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const edits = workspace?.workspaceEdit;
  const actions = textDocument?.codeAction;
  const documentChanges = edits?.documentChanges === true;
  return {
    pull: pulled !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: pushed?.relatedInformation === true || pulled?.relatedInformation === true,
    codeDescription: pushed?.codeDescriptionSupport === true || pulled?.codeDescriptionSupport === true,
    diagnosticData: pushed?.dataSupport === true || pulled?.dataSupport === true,
    diagnosticVersion: pushed?.versionSupport === true,
    documentChanges,
    createFiles: documentChanges && edits.resourceOperations?.includes('create') === true,
    snippetEdits: documentChanges && edits.snippetEditSupport === true,
    annotations: documentChanges && edits.changeAnnotationSupport !== undefined,
    codeActionLiterals: actions?.codeActionLiteralSupport !== undefined,
    lazyEdits: actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    notebooks: notebookDocument?.synchronization !== undefined,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionRegistration: textDocument?.completion?.dynamicRegistration === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    inlayRefresh: workspace?.inlayHint?.refreshSupport === true,
  };
}
