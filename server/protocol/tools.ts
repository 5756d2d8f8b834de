/**
 * Notification without parameters: the tools may be others, or stand elsewhere. Only clients that set `status` in the initialization
 * options get it.
 */
export const toolsChangedNotification = 'detent/toolsChanged';

/** Request without parameters: the tools that were found, as {@link ToolEntry}, in the order of files and places. */
export const toolsRequest = 'detent/tools';

/** Request without parameters: the same as Markdown, for an issue or a review. */
export const toolsMarkdownRequest = 'detent/toolsMarkdown';

/** Request without parameters: the report, a page that loads nothing. */
export const reportRequest = 'detent/report';

interface At {
  readonly line: number;
  readonly character: number;
}

export interface ToolEntry {
  readonly name: string;
  /** `null`: it could not be told. */
  readonly tier: 'observe' | 'write' | 'destructive' | 'privileged' | null;
  readonly framework: string;
  /** Where its name is written. */
  readonly uri: string;
  readonly range: { readonly start: At; readonly end: At };
  /** What it does, in one line. */
  readonly summary: string;
  readonly findings: number;
  /** The worst severity among them. */
  readonly worst?: 'error' | 'warning' | 'information' | 'hint';
  /** It stands in tests, examples or fixtures. */
  readonly inTests: boolean;
}
