import type { Edit, Swallow, Tool } from './model.js';

/** Edits that let a hidden failure out, with words that the model understands and the first error as its cause. */
export function throwAgain(swallow: Swallow, tool: Tool): readonly Edit[] | undefined {
  const { body, exit, how } = swallow;
  if (tool.language === 'python') return exit && [{ kind: 'replace', at: exit, text: 'raise' }];
  const name = nameOf(swallow);
  if (name === undefined) return undefined;
  const statement = `throw new Error(${failed(tool, name)}, { cause: ${name} });`;
  if (how === 'catch-call') return [{ kind: 'replace', at: body, text: `(${name}) => { ${statement} }` }];
  return [
    ...naming(swallow, name),
    exit ? { kind: 'replace', at: exit, text: statement } : { kind: 'line-last', block: body, text: statement },
  ];
}

/** Edits that answer in the protocol's own way of failing; only where the hidden failure ends the handler itself. */
export function answerFailed(swallow: Swallow, tool: Tool): readonly Edit[] | undefined {
  const { exit } = swallow;
  const name = nameOf(swallow);
  if (!tool.hosted || tool.language !== 'typescript' || swallow.answers !== true || exit === undefined || name === undefined)
    return undefined;
  const text = `return { content: [{ type: 'text', text: ${failed(tool, name)} }], isError: true };`;
  return [...naming(swallow, name), { kind: 'replace', at: exit, text }];
}

function nameOf({ error }: Swallow): string | undefined {
  return error === '' ? undefined : (error ?? 'error');
}

/** `catch {` becomes `catch (error) {`. */
function naming({ body, error }: Swallow, name: string): readonly Edit[] {
  const start = { file: body.file, span: { start: body.span.start, end: body.span.start } };
  return error === undefined ? [{ kind: 'replace', at: start, text: `(${name}) ` }] : [];
}

function failed(tool: Tool, name: string): string {
  const words = /^[\w.-]{1,128}$/.test(tool.name.value) ? tool.name.value : 'The call';
  return `\`${words} failed: \${String(${name})}\``;
}
