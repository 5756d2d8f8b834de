/** Request without parameters: the rules that this server knows, sorted by id. */
export const rulesRequest = 'detent/rules';

export interface RuleEntry {
  /** `<group>/<name>`. */
  readonly id: string;
  readonly summary: string;
  /** URI of the rule's page; absent when the server was started without pages. */
  readonly page?: string;
}
