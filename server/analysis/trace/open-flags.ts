/** How a file is opened, when numbers say it: `O_RDONLY | O_NOFOLLOW` is `r`. */
import { optionsOf, type Value } from './value.js';

const flag = /(?:^|\.)constants\.(O_[A-Z]+)$/;

/** `os.O_RDONLY` */
const pythonFlag = /^O_[A-Z]+$/;

/** The letters that mean the same, when all flags are known. */
export function openingMode(value: Value): string | undefined {
  const flags = new Set<string>();
  if (!collect(value, flags) || flags.size === 0) return undefined;
  const writes = ['O_WRONLY', 'O_RDWR', 'O_CREAT', 'O_TRUNC', 'O_APPEND'].some((name) => flags.has(name));
  if (!writes) return 'r';
  return (flags.has('O_APPEND') ? 'a' : 'w') + (flags.has('O_CREAT') && flags.has('O_EXCL') ? 'x' : '');
}

/** `constants.O_NONBLOCK ?? 0`: what a platform may lack changes nothing of what is done to the file. */
function collect(value: Value, flags: Set<string>, depth = 0): boolean {
  if (value.kind === 'external') {
    const name = value.library.startsWith('node:')
      ? flag.exec(value.path)?.[1]
      : value.library === 'py:os'
        ? pythonFlag.exec(value.path)?.[0]
        : undefined;
    return name !== undefined && flags.add(name).size > 0;
  }
  if (value.kind === 'constant') return value.value === 0 || value.value === undefined;
  if (depth > 8) return false;
  if (value.kind === 'union') {
    const sometimes = new Set<string>();
    if (depth === 0 || !optionsOf(value).every((option) => collect(option, sometimes, depth + 1))) return false;
    for (const name of sometimes) flags.add(name);
    // What keeps a file as it is must be there each time.
    return !sometimes.has('O_APPEND') && !sometimes.has('O_EXCL');
  }
  return value.kind === 'derived' && value.operation === '|' && value.from.every((part) => collect(part, flags, depth + 1));
}
