/** Request with {@link CheckParams}: what was found, as text for a language model, with places and links to the rules' pages. */
export const checkRequest = 'detent/check';

export interface CheckParams {
  /** One file, as a model names it: absolute, a URI, or from a folder of the workspace. Absent: everything. */
  readonly file?: string;
}
