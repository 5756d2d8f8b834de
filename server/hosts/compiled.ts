import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { hashText } from '../workspace/hash.js';

export interface Compiled {
  readonly exports: unknown;
  /** Keeps what is compiled by the end of this run, unless it was kept before. */
  keep(): void;
}

/** What we call our files, and what a run that was killed while it wrote leaves behind. Nothing else is ever removed. */
const own = /^[0-9a-z]{1,8}-[0-9a-z]{1,16}\.code(?:\.[0-9]{1,10}\.tmp)?$/;

/** At most so many programs stay in the folder: a few versions of ours, each under a few versions of Node. */
const limit = 6;

/**
 * Runs a CommonJS script of ASCII text in the form to which an earlier run compiled it: reading a large program takes longer than
 * many runs of it. Node's own cache does not know the functions that are compiled when they are first called, which are most.
 *
 * @param file the script
 * @param build names its content
 * @param folder where the compiled form is kept; it is as good as the program, so nobody else may be able to write there
 */
export function loadCompiled(file: string, build: string, folder: string | undefined): Compiled {
  const source = `(function (require, module, exports, __dirname) {${readFileSync(file, 'latin1')}\n})`;
  const place = folder === undefined || process.env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : join(folder, nameOf(build));
  const cachedData = place === undefined ? undefined : read(place);
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  const run = script.runInThisContext() as (require: NodeJS.Require, module: object, exports: object, folder: string) => void;
  run(createRequire(file), module, module.exports, dirname(file));
  return {
    exports: module.exports,
    keep() {
      if (folder === undefined || place === undefined || (cachedData !== undefined && script.cachedDataRejected !== true)) return;
      process.once('exit', () => write(folder, place, script));
    },
  };
}

/** Another engine, or one with other options, reads another form. */
function nameOf(build: string): string {
  const engine = [build, process.version, process.arch, process.env['NODE_OPTIONS'] ?? '', ...process.execArgv];
  return `${hashText(engine.join('\0'))}.code`;
}

/** The engine believes what it is given, so damage is found here. */
function read(place: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { uid, mode } = fstatSync(handle);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    const bytes = readFileSync(handle);
    const code = bytes.subarray(0, -4);
    return bytes.length > 4 && crc32(code) === bytes.readUInt32LE(code.length) ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Whole or not at all; whatever goes wrong, the next run compiles again. */
function write(folder: string, place: string, script: Script): void {
  const draft = `${place}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const code = script.createCachedData();
    const end = Buffer.alloc(4);
    end.writeUInt32LE(crc32(code));
    writeFileSync(draft, Buffer.concat([code, end]), { flag: 'wx', mode: 0o600 });
    renameSync(draft, place);
    const files = readdirSync(folder).filter((name) => own.test(name));
    const byAge = files.map((name) => ({ name, age: -statSync(join(folder, name)).mtimeMs })).toSorted((a, b) => a.age - b.age);
    for (const { name } of byAge.slice(limit)) remove(join(folder, name));
  } catch {
    remove(draft);
  }
}

function remove(file: string): void {
  try {
    rmSync(file);
  } catch {
    // It is gone, or it is not ours to remove.
  }
}
