import { workspace, type DocumentFilter } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient/node';

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python', 'json', 'jsonc', 'dotenv'];

/** Environment files have no language of their own in older editors, so their names decide. */
const environmentFiles = '**/{.env,.env.*,*.env,.envrc,.dev.vars,.dev.vars.*}';

/** What these are called differs between editors and extensions, and most files of their languages are none of ours. */
const configurationFiles =
  '**/{.github/**/*.{yml,yaml},{docker-compose,compose}*.{yml,yaml},Dockerfile,Dockerfile.*,*.tfvars,*.properties,Procfile,justfile,{config,k8s,overlays,environments}/**/*.{yml,yaml,toml},.circleci/config.yml,.gitlab-ci.yml,azure-pipelines.{yml,yaml},Taskfile.{yml,yaml},.aider.conf.yml,{agent,agents,*.agent}.{yml,yaml},.codex/config.toml,.gemini/policies/*.toml,Makefile,makefile,GNUmakefile,*.mk,*.sh,*.bash,{template,*.template}.{yml,yaml},*dify*.{yml,yaml},dify/**/*.{yml,yaml}}';

/** Cells of these notebooks are documents of their own. */
const notebooks = ['jupyter-notebook'];

/**
 * The documents that the server should see, as the editor names them. Schemes are named, because editors also make documents of old
 * versions, of output and of chat answers, which are not the user's code.
 */
export function shownDocuments(): readonly DocumentFilter[] {
  return [...textDocuments(), ...notebooks.map((notebookType) => ({ notebookType, language: 'python' }))];
}

/** The same as the protocol names them. */
export function documentSelector(): DocumentSelector {
  return [...textDocuments(), ...notebooks.map((notebook) => ({ notebook, language: 'python' }))];
}

function textDocuments(): readonly { readonly scheme: string; readonly language?: string; readonly pattern?: string }[] {
  const schemes = new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    ...languages.map((language) => ({ scheme, language })),
    { scheme, pattern: environmentFiles },
    { scheme, pattern: configurationFiles },
  ]) satisfies DocumentFilter[];
}
