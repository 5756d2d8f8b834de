/** Stands between an editor and a server, and writes down what they say: `tee.mjs <file> <program> [arguments]`. */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { StreamMessageReader } from 'vscode-languageserver/node';

const [file, program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
for (const [from, stream] of [
  ['editor', process.stdin],
  ['server', server.stdout],
])
  new StreamMessageReader(stream).listen((message) => appendFileSync(file, `${JSON.stringify({ from, message })}\n`));
process.stdin.pipe(server.stdin);
server.stdout.pipe(process.stdout);
server.once('exit', (code) => process.exit(code ?? 1));
