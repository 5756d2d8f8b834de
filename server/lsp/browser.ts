import { BrowserMessageReader, BrowserMessageWriter, ProposedFeatures, createConnection } from 'vscode-languageserver/browser';
import { knowledge } from '../../rules/index.js';
import { browserHost } from '../hosts/browser.js';
import { start } from './start.js';

/** The worker that this runs in, which carries the messages. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
const host = browserHost((level, message) => connection.console[level](message));

start(connection, host, knowledge);
