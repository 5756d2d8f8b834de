/** Command lines of development and of tests that say production. */
import type { CommandTable, ProductionCommand, Span, TargetKnowledge } from '../../../rules/kit/index.js';
import { readCommandLine } from '../trace/shell.js';
import type { Script } from './scripts.js';
import { workEnvironment } from './setting-files.js';
import { nameTokens } from './tokens.js';

/** Whether a text may hold such a line: most files hold none. */
export function mayTarget(text: string): boolean {
  return /prod|--remote|--linked|secrets\.LIVE/i.test(text);
}

/**
 * At most one for each script, and each secret of production that a job of tests gets.
 *
 * @param ofDevelopment the file is read on developer machines: what its names do not say otherwise is run there
 */
export function commandTargets(
  file: string,
  text: string,
  scripts: readonly Script[],
  knowledge: TargetKnowledge,
  table: CommandTable,
  ofDevelopment: boolean,
): readonly ProductionCommand[] {
  const found: ProductionCommand[] = [];
  const jobs = new Set<number>();
  for (const script of scripts) {
    if (script.where === 'permission') continue;
    const own = workEnvironment(script.names);
    const environment = own === 'none' && ofDevelopment ? 'dev' : own;
    const words = script.names.flatMap((name) => [...nameTokens(name)]);
    if ((environment !== 'dev' && environment !== 'test') || words.some((word) => knowledge.meant.includes(word))) continue;
    const name =
      (script.where === 'workflow'
        ? script.names[1]
        : script.names.findLast((one) => !['cmd', 'cmds', 'env_file', 'envFile'].includes(one))) ?? '';
    const base = { file, name: name.slice(0, 40), environment } as const;
    if (script.where === 'workflow' && followsDeployment(text.slice(script.around.start, script.around.end))) continue;
    if (script.where === 'workflow' && !jobs.has(script.around.start)) {
      jobs.add(script.around.start);
      const job = text.slice(script.around.start, script.around.end);
      // A job that waits for the rules of an environment has its own protection.
      if (!/^(?:\s{2,8})?environment:/m.test(job))
        for (const match of job.matchAll(knowledge.secrets)) {
          const start = script.around.start + match.index;
          found.push({ ...base, span: { start, end: start + match[0].length }, shown: match[0], destroys: false, isSecret: true });
        }
    }
    const hit = targetOf(script, knowledge);
    if (hit === undefined) continue;
    const at = placeOf(text, script.span, hit.shown);
    const destroys =
      knowledge.destroying.test(`${name} ${hit.command}`) ||
      readCommandLine(script.parts, table).effects.some((effect) => effect.class === 'destroy');
    const token = at === undefined || hit.token === undefined ? undefined : placeOf(text, at, hit.token);
    found.push({
      ...base,
      span: at ?? script.span,
      shown: hit.shown.trim().slice(0, 60),
      destroys,
      isSecret: false,
      ...(token === undefined || hit.instead === undefined ? {} : { instead: { at: { file, span: token }, text: hit.instead } }),
    });
  }
  return found;
}

/** A job that waits for one that deploys looks at what was deployed. */
function followsDeployment(job: string): boolean {
  const [, names] = /^[ \t]{0,12}needs:((?:[^\n]{1,400}|(?:\n[ \t]{0,16}- [^\n]{1,80}){1,40}))/m.exec(job) ?? [];
  return names !== undefined && workEnvironment([names]) === 'production';
}

interface Hit {
  readonly shown: string;
  readonly command: string;
  readonly token?: string;
  readonly instead?: string;
}

/** The first command of a script that says production. */
function targetOf({ parts, names }: Script, { rows, making }: TargetKnowledge): Hit | undefined {
  for (const command of parts.join(' ').split(/&&|\|\||[;|\n]/)) {
    if (command.length > 2000 || !mayTarget(command)) continue;
    for (const { form, instead, needs, unless } of rows) {
      const match = form.exec(command);
      if (match === null || unless?.test(command) === true) continue;
      if (needs === undefined ? making.test(command) : !needs.test(`${command} ${names.join(' ')}`)) continue;
      const token = match.groups?.['token'];
      const other = token === undefined ? undefined : instead?.[token];
      return { shown: match[0], command, ...(token === undefined || other === undefined ? {} : { token, instead: other }) };
    }
  }
  return undefined;
}

/** Where a text stands in a range, the last one of it; `undefined` where it is written in another way. */
function placeOf(text: string, within: Span, part: string): Span | undefined {
  const trimmed = part.trim();
  const at = text.slice(within.start, within.end).lastIndexOf(trimmed);
  return at === -1 || trimmed === '' ? undefined : { start: within.start + at, end: within.start + at + trimmed.length };
}
