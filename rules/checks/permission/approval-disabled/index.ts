import { baseName, defineEnvironmentRule } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'permission/approval-disabled',
  summary: 'A program that runs agents is told to ask nobody.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-2.2', 'OWASP-Agentic-2026-ASI03', 'OWASP-Agentic-2026-ASI09', 'CWE-862', 'CWE-1188'],
  messages: {
    mode: '`{shown}` lets the agent use every tool without a question, so whatever misleads it acts with your rights. Let it ask.',
    tools:
      '`{shown}` lets the agent use all tools of this server without a question, also those that destroy. Name the ones that only read.',
    shell: '`{shown}` lets the agent run every shell command without a question, so whatever misleads it runs one. Name single commands.',
    hosted:
      '`{shown}` lets the model call every tool of that server without a question, also those that change something. Ask, or allow those that read.',
    script: '`{shown}` starts the agent without its questions, so whatever misleads it acts with your rights. Drop it, or use a container.',
    ask: 'Write `{text}`',
  },

  check({ switches, files }, report) {
    for (const { kind, shown, instead, contained, inTests, file, span } of switches) {
      if (inTests) continue;
      // Beside a live credential, what nobody asks for reaches production.
      const isLive = files.some((one) => one.file === file && one.settings.some(({ credential }) => credential?.class === 'live'));
      report({
        message: kind,
        data: { shown },
        at: { file, span },
        certainty: kind === 'hosted' ? 'probable' : 'certain',
        severity: contained ? 'information' : isLive ? 'error' : 'warning',
        ...(contained ? { set: 'strict' } : {}),
        because: isLive ? [{ file, span, label: `a live credential stands in \`${baseName(file)}\`` }] : [],
        fixes:
          instead === undefined
            ? []
            : [{ message: 'ask', data: { text: instead.text }, grade: 'exact', edits: [{ kind: 'replace', ...instead }] }],
      });
    }
  },
});
