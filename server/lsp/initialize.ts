import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type CompletionRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { fixAllKind, fixNotebookKind, type InitializationOptions } from '../protocol/index.js';
import { settingsName } from '../workspace/walk.js';
import type { ClientAbilities } from './abilities.js';
import { fileOf, uriOf } from './uris.js';

/** What this server offers to a client with these abilities. */
export function capabilitiesFor(abilities: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(abilities.notebooks && { notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }] } }),
    ...(abilities.pull && { diagnosticProvider: { identifier: 'detent', interFileDependencies: true, workspaceDiagnostics: true } }),
    ...(abilities.codeActionLiterals && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind, ...(abilities.notebooks ? [fixNotebookKind] : [])],
        resolveProvider: abilities.lazyEdits,
      },
    }),
    hoverProvider: true,
    ...(!abilities.completionRegistration && { completionProvider: completion }),
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: true,
    ...(abilities.folders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

const completion = { triggerCharacters: ['"'] };

/** What a client that can is told to ask for, which is nothing for any other file. */
export const configCompletion: CompletionRegistrationOptions = { ...completion, documentSelector: [{ pattern: `**/${settingsName}` }] };

/** The folders that are open at the start; older clients name one only. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => fileOf(uri));
  if (rootUri) return [fileOf(rootUri)];
  return rootPath ? [fileOf(uriOf(`/${rootPath.replaceAll('\\', '/')}`.replace(/^\/+/, '/')))] : [];
}

/** Reads the client's own options; parts of the wrong kind are taken as missing. */
export function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  if (typeof initializationOptions !== 'object' || initializationOptions === null) return {};
  const { rulePages, status, commands, settings } = initializationOptions as Readonly<Record<string, unknown>>;
  return {
    ...(typeof rulePages === 'string' && { rulePages }),
    ...(status === true && { status }),
    ...(Array.isArray(commands) && { commands: commands.filter((name) => typeof name === 'string') }),
    settings,
  };
}
