import type { CancellationToken, ResponseError } from 'vscode-languageserver';

/** Makes the handler of a request, whose failures are kept from the connection. */
export type Answering = <P, R>(
  step: string,
  handle: (params: P, token: CancellationToken) => Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;
