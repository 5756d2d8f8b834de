import { workspace, type DocumentFilter } from 'vscode';

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python', 'json', 'jsonc', 'dotenv'];

/** Environment files have no language of their own in older editors, so their names decide. */
const environmentFiles = '**/{.env,.env.*,*.env,.envrc,.dev.vars,.dev.vars.*}';

/**
 * The documents that the server should see. Schemes are named, because editors also make documents of old versions, of
 * output and of chat answers, which are not the user's code.
 */
export function documentSelector(): { readonly scheme: string; readonly language?: string; readonly pattern?: string }[] {
  const schemes = new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    ...languages.map((language) => ({ scheme, language })),
    { scheme, pattern: environmentFiles },
  ]) satisfies DocumentFilter[];
}
