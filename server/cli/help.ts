import { certainties, failLevels, ruleSets } from '../workspace/config.js';
import type { Command } from './args.js';

const color = '      --no-color           no colors; NO_COLOR does the same';

const cache = `      --cache-location <f> keep answers in this folder, not in node_modules/.cache/detent or, where there is
                           no node_modules, in your cache folder
      --no-cache           neither use nor keep answers of earlier runs
      --threads <n>        how many threads read, where there are thousands of files; 1: no others`;

const pages: Readonly<Record<Command, string>> = {
  check: `Usage: detent check [paths] [options]

Finds the tools that a model can call, works out what each call does, and reports where an
unreliable caller would do harm. Without paths the current folder is looked at.

      --format <name>      text (default), json, sarif, github, gitlab, junit, markdown or html
      --fix                apply the fixes that only make a declaration more careful, or a failure visible
      --fix-dry-run        print what --fix would change, and change nothing
      --set <names>        sets of rules: ${ruleSets.join(', ')}
      --min-certainty <c>  ${certainties.join(', ')}
      --fail-on <severity> mildest severity that fails: ${failLevels.join(', ')}
      --max-warnings <n>   fail when there are more warnings
      --config <file>      use this configuration for everything
      --stdin-filename <f> read the text of this file from the standard input
      --baseline <file>    tell only findings that do not stand in this file
      --update-baseline    write the findings of now into that file
      --since <commit>     tell only findings that stand, or have a step of their proof, in files that
                           changed since the branch of this commit was left
      --shard <i>/<n>      look at a share of the paths, each by itself, and print a part for detent merge
      --each               look at each of the paths by itself, several at a time (--threads): for what has
                           nothing to do with one another, in less memory than all of it together
      --watch              look again whenever something changes, until it is stopped
      --stats              say what was read and found, and how long what took
${cache}
${color}

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 not everything could be checked.
`,
  tools: `Usage: detent tools [paths] [options]

Lists every tool: what its author declared, what its handler does, and the chain that shows it.

      --trace <name>       show step by step how this tool was followed, and where that stopped
                           and why; may be repeated, and * stands for any characters
      --diff <file>        compare with an older inventory (--format json) and tell what changed
      --fail-on-gain       with --diff: fail when a tool can do more, or asks less, than before
      --format <name>      text (default), json, markdown or html
      --config <file>      use this configuration for everything
${cache}
${color}
`,
  init: `Usage: detent init [folder] [options]

Writes a commented detent.config.json with what holds in the folder today: the tier of each tool that
states none, and the controls that every tool has. What does not hold stands in comments.

      --dry-run            print it, and write nothing
${color}
`,
  'pass-k': `Usage: detent pass-k [results] [options]

Says how likely k trials of a task in a row all succeed (pass^k), from files and folders of tau-bench,
tau2-bench, HAL, and of your own: JSON or CSV with a task, a trial and a success in each row. Without
results, those that \`passK\` in detent.config.json names are held against its gates.

      --k <n>              the k of the gate
      --min <p>            fail when pass^k is below this, as in --k 4 --min 0.6
      --lower-bound        fail when the lower end of its 95 % interval is below it
      --compare <results>  an earlier release: what changed, task by task; with --k, fail when pass^k
                           fell by more than chance explains (p < 0.05)
      --config <file>      take the gates from this configuration
      --format <name>      text (default), json, markdown, or html with a picture
${color}

Exit codes: 0 passed, or nothing was asked for, 1 a gate failed, 2 it could not be told.
`,
  merge: `Usage: detent merge <parts> [options]

Tells what all shares of \`detent check <folders> --shard i/n\` found, as one run would. It shows lines
of the files, so it runs where they are.

      --format <name>      text (default), json, sarif, github, gitlab, junit, markdown or html
      --fail-on <severity> mildest severity that fails: ${failLevels.join(', ')}
      --max-warnings <n>   fail when there are more warnings
      --baseline <file>    tell only findings that do not stand in this file
      --update-baseline    write the findings of now into that file
      --since <commit>     tell only findings with a part in what changed since this commit
${color}
`,
  explain: `Usage: detent explain <rule>

Prints the page of a rule. The group may be left out: \`detent explain missing-tier\`.

${color}
`,
  rules: `Usage: detent rules [options]

Lists all rules with severity, set and fix.

      --by mast            the 14 ways in which systems of agents fail, with the rules that guard against
                           each, and what no look at code can tell
      --format <name>      text (default) or json
${color}
`,
  completion: `Usage: detent completion <shell>

Prints a script that completes commands, options and their values in bash, zsh or fish; its first
line says where to put it.
`,
  lsp: `Usage: detent lsp --stdio

Serves any editor that speaks the Language Server Protocol, over the standard streams.
`,
};

/** What each command is for, in a few words. */
export const summaries: Readonly<Record<Command, string>> = {
  check: 'report where an unreliable caller would do harm',
  tools: 'list the tools with what they declare and what they do',
  init: 'write a configuration with what holds today',
  'pass-k': 'how reliably an agent did its tasks, from results of trials',
  merge: 'tell what several shares of one run found',
  explain: "print a rule's page",
  rules: 'list all rules',
  completion: 'complete command lines in a shell',
  lsp: 'serve an editor',
};

const shown: Readonly<Record<Command, string>> = {
  check: 'check [paths]',
  tools: 'tools [paths]',
  init: 'init [folder]',
  'pass-k': 'pass-k <files>',
  merge: 'merge <parts>',
  explain: 'explain <rule>',
  rules: 'rules',
  completion: 'completion <shell>',
  lsp: 'lsp --stdio',
};

const main = `Detent lints the tools given to AI agents.

Usage: detent <command> [options]

${(Object.keys(shown) as Command[]).map((name) => `  ${shown[name].padEnd(19)}${summaries[name]}`).join('\n')}

  --help             help for a command
  --version          version
`;

/** Help of a command, or the overview. */
export function helpFor(command: Command | undefined): string {
  return command === undefined ? main : pages[command];
}
