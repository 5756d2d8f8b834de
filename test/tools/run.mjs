/**
 * Runs one of the tools in this folder, installing first what is missing: `node test/tools/run.mjs <tool> [arguments]`.
 *
 * It needs nothing but Node 20, npm and git. The tools themselves run under the Node that is among the development
 * dependencies, whatever the machine has.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDependencies, root, toolsNode } from './install.mjs';

const [tool, ...rest] = process.argv.slice(2);
const script = ['mjs', 'ts'].map((ending) => join(root, 'test/tools', `${tool}.${ending}`)).find((file) => existsSync(file));

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Detent needs Node 20 or later; this is ${process.version}.`);
if (script === undefined) fail(`There is no tool called "${tool}" in test/tools.`);

try {
  installDependencies((line) => console.log(line));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  // What ships is also tried under the Node of the machine, so its place is passed on.
  DETENT_MACHINE_NODE: process.env.DETENT_MACHINE_NODE ?? process.env.npm_node_execpath ?? process.execPath,
};
const child = spawn(toolsNode, ['--disable-warning=ExperimentalWarning', script, ...rest], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => fail(error.message));
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});

function fail(message) {
  console.error(message);
  process.exit(1);
}
