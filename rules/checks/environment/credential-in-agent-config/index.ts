import { baseName, defineEnvironmentRule, nounOfCredential } from '../../../kit/index.js';
import type { AgentClient, Credential, Edit, Setting } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/credential-in-agent-config',
  summary: 'A configuration that starts agents or their servers holds a secret in the clear.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP01', 'CWE-798', 'CWE-312', 'CWE-522'],
  messages: {
    tracked: '`{key}` is a {noun} in the clear, and `{file}` is in git. Rotate it and {instead}.',
    readable: '`{key}` is a {noun} in the clear, for all that read `{file}`. Rotate it and {instead}.',
    test: '`{key}` in `{file}` is a {noun} in the clear, though not of production. Better {instead}.',
    prompt: 'Ask for `{id}` when the server starts',
    reference: 'Use `{form}`',
  },

  check(facts, report) {
    for (const file of facts.files) {
      const { client } = file;
      if (client === undefined) continue;
      for (const setting of file.settings) {
        const { credential } = setting;
        if (credential === undefined || credential.class === 'public') continue;
        const noun = kindOf(credential) + nounOfCredential(credential);
        report({
          message: credential.class === 'test' ? 'test' : file.tracked === true ? 'tracked' : 'readable',
          data: { key: labelOf(setting), noun, file: baseName(file.file), instead: insteadOf(client) },
          at: { file: file.file, span: setting.span },
          certainty: credential.evidence === 'entropy' || credential.evidence === 'name' ? 'probable' : 'certain',
          severity: credential.class === 'test' ? 'information' : file.tracked === true ? 'error' : 'warning',
          fixes: replacements(client, setting),
        });
      }
    }
  },
});

/** The last two keys: `env.STRIPE_KEY`; of an argument, the server's: `billing.args`. */
function labelOf({ path, key }: Setting): string {
  return (/^\d+$/.test(key) ? path.slice(-3, -1) : path.slice(-2)).join('.').slice(0, 40);
}

function insteadOf({ prompts, reference, title }: AgentClient): string {
  if (prompts) return 'let the editor ask for it';
  return reference === undefined ? `set it where ${title} is started` : `refer to it as \`${reference.replace('NAME', '…')}\``;
}

/** A key says `live` itself; of a connection the place is known. */
function kindOf(credential: Credential): string {
  return credential.class !== 'live' ? '' : credential.evidence === 'shape' ? 'live ' : 'production ';
}

function replacements(client: AgentClient, setting: Setting) {
  const { file, secret, variable } = setting;
  if (secret === undefined || variable === undefined) return [];
  const replaced = (text: string): Edit => ({ kind: 'replace', at: { file, span: secret }, text });
  const id = variable.toLowerCase().replaceAll('_', '-');
  const declared = client.prompts ? declaration(client, id) : undefined;
  const form = client.reference?.replace('NAME', variable);
  return [
    ...(declared === undefined
      ? []
      : [{ message: 'prompt', data: { id }, grade: 'exact', edits: [replaced(`\${input:${id}}`), ...declared] } as const]),
    ...(form === undefined ? [] : [{ message: 'reference', data: { form }, grade: 'exact', edits: [replaced(form)] } as const]),
  ];
}

/** The prompt in front of the others; `undefined` when there is no place for it. */
function declaration({ inputs, root }: AgentClient, id: string): readonly Edit[] | undefined {
  const input = { type: 'promptString', id, description: `Secret for ${id}`, password: true };
  if (inputs === undefined) return root === undefined ? undefined : [{ kind: 'property', object: root, key: 'inputs', value: [input] }];
  if (inputs.ids.includes(id)) return [];
  const { file, span } = inputs.array;
  const text = JSON.stringify(input, null, 1).replaceAll(/\n ?/g, ' ');
  const at = { file, span: { start: span.start + 1, end: span.start + 1 } };
  return [{ kind: 'replace', at, text: inputs.empty ? text : `${inputs.lead}${text},` }];
}
