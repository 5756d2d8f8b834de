/** Whether code on the way asks in which environment it runs, and the line that would. */
import type { Effect, LineGuard, Place, Span } from '../../rules/kit/index.js';
import { createEnclosing, type Enclosing } from './environment/enclosing.js';
import type { Module } from './syntax/ir.js';

/** What is asked of the workspace. */
export interface GuardWorld {
  readonly textOf: (file: string) => string | undefined;
  readonly moduleOf: (file: string) => Module | undefined;
  readonly enclosing: Enclosing;
}

/** What is asked of one state of the workspace. */
export function guardWorld(textOf: GuardWorld['textOf'], moduleOf: GuardWorld['moduleOf'], enclosing = createEnclosing()): GuardWorld {
  return { textOf, moduleOf, enclosing };
}

/** Variables that name an environment, and functions that are named for asking. */
const variable =
  /\b(?:NODE_ENV|APP_ENV|APP_ENVIRONMENT|RAILS_ENV|DJANGO_ENV|FLASK_ENV|ENVIRONMENT|DEPLOY_ENV|STAGE|VERCEL_ENV|RAILWAY_ENVIRONMENT|ENV)\b|\b(?:env|environment|stage)\b\s{0,3}(?:[!=]==?|(?:not )?in\b)/;
const asks =
  /\b(?:is|assert|ensure|require|refuse|forbid|guard|check|only|not|in)_?(?:not_?|no_?|in_?|only_?)?(?:prod|production|dev|development|local|test|staging|env|environment|live)(?:\b|_|[A-Z])|\bsettings\.(?:debug|DEBUG|env|environment)\b/i;

/** A function around a place, or a test around its statement, asks for the environment; `names`: functions that do. Unread code may. */
export function isGuarded({ file, span }: Place, { textOf, moduleOf, enclosing }: GuardWorld, names: readonly string[] = []): boolean {
  const module = moduleOf(file);
  const text = textOf(file);
  if (module === undefined || text === undefined) return true;
  const around = enclosing.around(module, span).map((one) => one.span);
  const tests = module.body.filter((one) => one.kind === 'if' && one.span.start <= span.start && span.end <= one.span.end);
  return [...around, ...tests.map((one) => one.span)].some((part) => {
    const code = codeIn(part, text, module);
    return variable.test(code) || asks.test(code) || names.some((name) => code.includes(`${name}(`));
  });
}

/** What a comment says is asked of nobody. */
function codeIn({ start, end }: Span, text: string, { comments }: Module): string {
  let code = '';
  let from = start;
  for (const { span } of comments) {
    if (span.start < from || span.end > end) continue;
    code += text.slice(from, span.start);
    from = span.end;
  }
  return code + text.slice(from, end);
}

/** The line that refuses, above the statement with the effect; the body of a short function has no place for one. */
export function guardAt({ file, span }: Effect, variable: string, { textOf, moduleOf, enclosing }: GuardWorld): LineGuard | undefined {
  const module = moduleOf(file);
  const text = textOf(file);
  const around = module === undefined ? undefined : enclosing.at(module, span);
  const statement = around?.body.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (module === undefined || text === undefined || statement === undefined) return undefined;
  const line = text.slice(text.lastIndexOf('\n', statement.span.start - 1) + 1, statement.span.start);
  if (line.trim() !== '' || (statement.kind === 'return' && !text.startsWith('return', statement.span.start))) return undefined;
  const { quote: q, semicolons } = module.style;
  const at = { file, span: statement.span };
  if (module.language === 'python') {
    const names = `${q}development${q}, ${q}test${q}`;
    const refuse = `raise RuntimeError(${q}only in development and tests${q})`;
    return { at, text: `if os.environ.get(${q}${variable}${q}) not in (${names}): ${refuse}`, needs: 'os' };
  }
  const allowed = `[${q}development${q}, ${q}test${q}].includes(process.env.${variable} ?? ${q}${q})`;
  return { at, text: `if (!${allowed}) throw new Error(${q}only in development and tests${q})${semicolons ? ';' : ''}` };
}

const variables = /\b(NODE_ENV|APP_ENV|ENVIRONMENT|DJANGO_ENV|FLASK_ENV|DEPLOY_ENV|VERCEL_ENV)\b/;

/** The variable by which a text knows where it runs. */
export function environmentVariableIn(text: string | undefined): string | undefined {
  return variables.exec(text ?? '')?.[1];
}
