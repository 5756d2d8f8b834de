/** What a client may say when it starts the server; every part may be missing. */
export interface InitializationOptions {
  /** URI of the folder that holds the rules' pages, one `<group>/<name>.md` for each rule. */
  readonly rulePages?: string;
  /** The client understands `detent/status`. */
  readonly status?: boolean;
  /** Commands that the client has, and that lenses and actions may carry. */
  readonly commands?: readonly string[];
  /** Settings for clients that neither answer `workspace/configuration` nor send `didChangeConfiguration`. */
  readonly settings?: unknown;
}

/** The section of the editor's settings that belongs to Detent. */
export const settingsSection = 'detent';

/** Kind of the code action that applies every fix of grade `auto` in a file. */
export const fixAllKind = 'source.fixAll.detent';

/** The same in all cells of a notebook. */
export const fixNotebookKind = `notebook.${fixAllKind}`;
