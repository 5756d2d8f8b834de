import type { LoaderRow } from '../kit/index.js';

/**
 * Which environment files a program reads in development before its plain `.env`, the first one wins. The first row of which the
 * project has a package counts; without any, every file for development does.
 */
export const loaders: readonly LoaderRow[] = [
  {
    packages: ['next'],
    before: ['.env.development.local', '.env.local', '.env.development'],
    tests: ['.env.test.local', '.env.test'],
    documentation: 'https://nextjs.org/docs/app/guides/environment-variables#environment-variable-load-order',
  },
  {
    packages: ['react-scripts'],
    before: ['.env.development.local', '.env.local', '.env.development'],
    tests: ['.env.test.local', '.env.test'],
    documentation: 'https://create-react-app.dev/docs/adding-custom-environment-variables',
  },
  {
    packages: ['nuxt'],
    before: [],
    documentation: 'https://nuxt.com/docs/guide/directory-structure/env',
  },
  {
    packages: ['dotenv-flow'],
    before: ['.env.development.local', '.env.development', '.env.local'],
    tests: ['.env.test.local', '.env.test'],
    documentation: 'https://github.com/kerimdzhanov/dotenv-flow',
  },
  {
    packages: ['astro', '@sveltejs/kit', '@remix-run/dev', '@react-router/dev', 'vite'],
    before: ['.env.development.local', '.env.development', '.env.local'],
    documentation: 'https://vite.dev/guide/env-and-mode',
  },
  {
    packages: ['wrangler'],
    before: ['.dev.vars'],
    replaces: true,
    documentation: 'https://developers.cloudflare.com/workers/configuration/secrets/#local-development-with-secrets',
  },
  {
    packages: ['dotenv-rails'],
    before: ['.env.development.local', '.env.local', '.env.development'],
    tests: ['.env.test.local', '.env.test'],
    documentation: 'https://github.com/bkeepers/dotenv#customizing-rails',
  },
  {
    packages: ['python-dotenv', 'pydantic-settings', 'django-environ', 'environs', 'python-decouple', 'starlette'],
    before: [],
    named: true,
    documentation: 'https://docs.pydantic.dev/latest/concepts/pydantic_settings/#dotenv-env-support',
  },
  {
    packages: ['dotenv', 'dotenv-cli'],
    before: [],
    named: true,
    documentation: 'https://github.com/motdotla/dotenv#readme',
  },
];
