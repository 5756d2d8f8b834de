/** Scripts that complete our command lines, made from the tables that read them. */
import { knowledge } from '../../rules/index.js';
import { commands, type Command } from './args.js';
import { summaries } from './help.js';

export const shells = ['bash', 'zsh', 'fish'] as const;

interface Row {
  readonly name: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
  readonly path: boolean;
}

interface Completed {
  readonly name: Command;
  readonly about: string;
  readonly options: readonly Row[];
  /** What may stand behind the command; absent: paths. */
  readonly words?: readonly string[];
}

/** The script for a shell. */
export function completionFor(shell: (typeof shells)[number]): string {
  const rows = all();
  return shell === 'bash' ? bash(rows) : shell === 'zsh' ? zsh(rows) : fish(rows);
}

function all(): readonly Completed[] {
  const words: Partial<Record<Command, readonly string[]>> = {
    explain: knowledge.checks.map(({ id }) => id),
    completion: shells,
    rules: [],
    lsp: [],
  };
  return (Object.keys(commands) as Command[]).map((name) => ({
    name,
    about: summaries[name].replaceAll("'", ''),
    options: Object.entries(commands[name]).map(([option, row]) => ({
      name: option,
      takesValue: row.type === 'string',
      values: 'values' in row ? row.values : [],
      path: 'path' in row,
    })),
    ...(words[name] && { words: words[name] }),
  }));
}

function bash(rows: readonly Completed[]): string {
  const options = rows.flatMap(({ name, options: own }) => own.map((option) => ({ ...option, key: `'${name} --${option.name}'` })));
  const listed = options.filter(({ takesValue, path }) => takesValue && !path);
  const paths = options.filter(({ path }) => path).map(({ key }) => key);
  const lines = [
    '# Completion for bash. In ~/.bashrc: source <(detent completion bash)',
    '_detent() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"',
    '  COMPREPLY=()',
    `  local words='${[...rows.map(({ name }) => name), 'help', '--help', '--version'].join(' ')}' files=''`,
    '  if [ "$COMP_CWORD" -gt 1 ]; then',
    '    case "$command $before" in',
    ...listed.map(({ key, values }) => `      ${key}) words='${values.join(' ')}' ;;`),
    `      ${paths.join(' | ')}) words='' files=1 ;;`,
    '      *)',
    '        case "$command" in',
    ...rows.map(({ name, options: own, words }) => {
      const all = [...own.map((option) => `--${option.name}`), ...(words ?? [])].join(' ');
      return `          ${name}) words='${all}'${words === undefined ? ' files=1' : ''} ;;`;
    }),
    "          *) words='' ;;",
    '        esac ;;',
    '    esac',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '  if [ -n "$files" ]; then COMPREPLY+=($(compgen -f -- "$current")); fi',
    '}',
    'complete -o filenames -F _detent detent',
  ];
  return `${lines.join('\n')}\n`;
}

function zsh(rows: readonly Completed[]): string {
  const value = ({ values, path }: Row): string =>
    path ? ':file:_files' : values.length > 0 ? `:value:(${values.join(' ')})` : ':value: ';
  const option = (row: Row): string => `'--${row.name}${row.takesValue ? `=${value(row)}` : ''}'`;
  const last = (words: Completed['words']): string => (words === undefined ? "'*:file:_files'" : `'*:word:(${words.join(' ')})'`);
  const lines = [
    '#compdef detent',
    '# Completion for zsh. Into a folder of $fpath: detent completion zsh > _detent',
    '_detent() {',
    '  if (( CURRENT == 2 )); then',
    `    local -a names=(${rows.map(({ name, about }) => `'${name}:${about}'`).join(' ')})`,
    '    _describe command names',
    '    return',
    '  fi',
    '  local command="$words[2]"',
    '  words=("${(@)words[2,-1]}")',
    '  (( CURRENT-- ))',
    '  case "$command" in',
    ...rows.map(({ name, options, words }) => `    ${name}) _arguments ${[...options.map(option), last(words)].join(' ')} ;;`),
    '  esac',
    '}',
    'if [ "$funcstack[1]" = _detent ]; then _detent "$@"; else compdef _detent detent; fi',
  ];
  return `${lines.join('\n')}\n`;
}

function fish(rows: readonly Completed[]): string {
  const lines = rows.flatMap(({ name, about, options, words }) => {
    const inside = `complete -c detent -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c detent -n __fish_use_subcommand -f -a ${name} -d '${about}'`,
      ...options.map((row) => {
        const value = row.path ? ' -r -F' : row.values.length > 0 ? ` -x -a '${row.values.join(' ')}'` : row.takesValue ? ' -x' : '';
        return `${inside} -l ${row.name}${value}`;
      }),
      ...(words === undefined ? [] : [`${inside} -f${words.length === 0 ? '' : ` -a '${words.join(' ')}'`}`]),
    ];
  });
  return `# Completion for fish: detent completion fish > ~/.config/fish/completions/detent.fish\n${lines.join('\n')}\n`;
}
