/** Request with {@link ConfigurationParams}: where the project says what it wants, or `null` when no folder is open. */
export const configurationRequest = 'detent/configuration';

export interface ConfigurationParams {
  /** Any document of the project; absent: the first folder's. */
  readonly uri?: string;
}

export interface ConfigurationFile {
  readonly uri: string;
  /** What a new file would say: what holds today. Absent: there is a file already. */
  readonly text?: string;
}
