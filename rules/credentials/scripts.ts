import type { ScriptKnowledge } from '../kit/index.js';

/** Where people write command lines outside of code. */
export const scripts: ScriptKnowledge = {
  rows: [
    { files: ['package.json'], at: ['scripts.*'], where: 'script' },
    { files: ['*.sh', '*.bash'], where: 'shell' },
    { files: ['Makefile', 'makefile', 'GNUmakefile', '*.mk'], where: 'makefile' },
    { files: ['justfile', 'Justfile', '.justfile'], where: 'makefile' },
    // https://poethepoet.natn.io, https://pdm-project.org/latest/usage/scripts, https://hatch.pypa.io/latest/config/environment
    {
      files: ['pyproject.toml'],
      at: [
        'tool.poe.tasks.*',
        'tool.poe.tasks.*.cmd',
        'tool.poe.tasks.*.shell',
        'tool.taskipy.tasks.*',
        'tool.pdm.scripts.*',
        'tool.pdm.scripts.*.cmd',
        'tool.pdm.scripts.*.shell',
        'tool.hatch.envs.*.scripts.*',
      ],
      where: 'script',
    },
    // https://code.visualstudio.com/docs/debugtest/debugging-configuration
    { files: ['.vscode/tasks.json'], at: ['tasks.*.command', 'tasks.*.args.*'], where: 'script' },
    { files: ['.vscode/launch.json'], at: ['configurations.*.envFile', 'configurations.*.command'], where: 'script' },
    // https://containers.dev/implementors/json_reference/#general-properties
    {
      files: ['devcontainer.json', '.devcontainer.json'],
      at: [
        'runArgs.*',
        ...['initialize', 'onCreate', 'updateContent', 'postCreate', 'postStart', 'postAttach'].flatMap((when) => [
          `${when}Command`,
          `${when}Command.*`,
        ]),
      ],
      where: 'script',
    },
    // https://docs.docker.com/reference/compose-file/services/#env_file
    {
      files: ['docker-compose*.yml', 'docker-compose*.yaml', 'compose*.yml', 'compose*.yaml'],
      at: ['services.*.env_file', 'services.*.env_file.*', 'services.*.env_file.*.path'],
      where: 'script',
    },
    // https://taskfile.dev/docs/reference/schema
    { files: ['Taskfile.yml', 'Taskfile.yaml'], at: ['tasks.*.cmd', 'tasks.*.cmds.*', 'tasks.*.cmds.*.cmd'], where: 'script' },
    // https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
    { files: ['.github/workflows/*.yml', '.github/workflows/*.yaml'], at: ['jobs.*.steps.*.run'], where: 'workflow' },
    { files: ['.github/actions/**/action.yml', '.github/actions/**/action.yaml'], at: ['runs.steps.*.run'], where: 'workflow' },
    // https://docs.gitlab.com/ci/yaml
    {
      files: ['.gitlab-ci.yml'],
      at: ['script.*', '*.script', '*.script.*', '*.before_script.*', '*.after_script.*'],
      where: 'workflow',
    },
    // https://circleci.com/docs/reference/configuration-reference
    {
      files: ['.circleci/config.yml'],
      at: ['jobs.*.steps.*.run', 'jobs.*.steps.*.run.command', 'commands.*.steps.*.run', 'commands.*.steps.*.run.command'],
      where: 'workflow',
    },
    { files: ['azure-pipelines.yml', 'azure-pipelines.yaml'], at: ['**.steps.*.script', '**.steps.*.bash'], where: 'workflow' },
    // https://code.claude.com/docs/en/permissions
    { files: ['.claude/settings.json', '.claude/settings.local.json'], at: ['permissions.allow.*'], where: 'permission' },
  ],
  spared: [
    'test',
    'tests',
    'testing',
    'e2e',
    'integration',
    'ci',
    'local',
    'localhost',
    'dev',
    'development',
    'sandbox',
    'preview',
    'pr',
    'ephemeral',
    'review',
    'temp',
    'tmp',
    'scratch',
    'kind',
    'minikube',
    'k3d',
    'demo',
    'example',
    'examples',
    'teardown',
    'cleanup',
  ],
  modelSecrets: [
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_AUTH_TOKEN',
    'CLAUDE_CODE_OAUTH_TOKEN',
    'CODEX_API_KEY',
    'COPILOT_GITHUB_TOKEN',
    'GEMINI_API_KEY',
    'GOOGLE_API_KEY',
    'OPENAI_API_KEY',
    'OPENROUTER_API_KEY',
  ],
};
