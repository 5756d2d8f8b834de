import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { extension } from './activate.js';

/** What is used of a browser's worker, whose types would bring those of a whole page. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (address: string, options: { readonly name: string }) => Port & { terminate(): void };

let worker: InstanceType<typeof Worker> | undefined;

/** The server is a worker of the browser, which does not end by itself when its connection does. */
export const { activate, deactivate } = extension((uri, options) => {
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    // Its text is fetched here, since a worker is not started from everywhere where an extension may lie.
    const answer = await fetch(Uri.joinPath(uri, 'dist', 'server.web.js').toString(true));
    if (!answer.ok) throw new Error(`The server could not be fetched (${answer.status}).`);
    const address = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'application/javascript' }));
    worker = new Worker(address, { name: 'Detent' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient('detent', 'Detent', start, options);
});
