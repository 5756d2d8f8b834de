import type { TargetKnowledge } from '../kit/index.js';

/** How command lines say that they mean production. Group `token` is what another environment would take the place of. */
export const targets: TargetKnowledge = {
  rows: [
    // https://nodejs.org/api/cli.html#--env-fileconfig, https://github.com/entropitor/dotenv-cli, https://dotenvx.com/docs
    {
      form: /(?:--env-file(?:-if-exists)?|\bdotenv(?:x run)? -[ef]|\bdotenvx run --env-file|\benv-cmd -f)[ =]["']?[\w./${}-]{0,80}\.env\.(?<token>prod(?:uction)?)(?:\.local)?\b/,
      instead: { prod: 'dev', production: 'development' },
    },
    {
      form: /(?:^|\s)(?:source|\.) ["']?[\w./-]{0,80}\.env\.(?<token>prod(?:uction)?)\b/,
      instead: { prod: 'dev', production: 'development' },
    },
    { form: /\bcp [\w./-]{0,80}\.env\.prod(?:uction)? [\w./-]{0,80}\.env(?:\.local)?(?:\s|$)/ },
    { form: /^[\w./${}-]{0,120}\/?\.env\.(?<token>prod(?:uction)?)(?:\.local)?$/, instead: { prod: 'dev', production: 'development' } },
    {
      form: /\b(?:RAILS|RACK|DJANGO|APP|LARAVEL|FLASK|ASPNETCORE|DOTNET|PHOENIX)_(?:ENV|ENVIRONMENT)=["']?(?<token>production|prod|Production)\b/,
      instead: { production: 'development', prod: 'dev', Production: 'Development' },
    },
    { form: /\bDJANGO_SETTINGS_MODULE=["']?[\w.]{1,80}\.prod(?:uction)?\b/ },
    // It is a mode of strictness, unless data is touched in it.
    {
      form: /\b(?:NODE_ENV|BUN_ENV)=["']?(?<token>production)\b/,
      instead: { production: 'development' },
      needs: /\b(?:seed|reset|migrate|drop|truncate|wipe|purge|db:push|db push)/i,
    },
    // https://kubernetes.io/docs/reference/kubectl, https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
    { form: /--(?:kube-)?context[ =]["']?[\w./@:-]{0,60}\bprod(?:uction)?\b[\w./@:-]{0,40}/ },
    { form: /--namespace[ =]["']?[\w-]{0,40}\bprod(?:uction)?\b/ },
    { form: /\bkubectl\b[^\n]{0,120} -n ["']?[\w-]{0,40}\bprod(?:uction)?\b/ },
    { form: /(?:--profile[ =]|\bAWS_PROFILE=)["']?(?:[\w-]{0,40}-)?prod(?:uction)?(?:-[\w-]{1,40})?(?:["'\s]|$)/ },
    { form: /(?:--project(?:-id|-ref)?|--app|--cluster|--database|--host|--server)[ =]["']?[\w.:-]{0,60}\bprod(?:uction)?\b[\w.:-]{0,40}/ },
    {
      form: /(?:^|\s)(?:-e|--env|--environment|--stage|--target|--remote-env)[ =]["']?(?<token>production|prod|live)(?:["'\s]|$)/,
      instead: { production: 'development', prod: 'dev' },
    },
    { form: /\b(?:heroku|git push)(?: [\w./:-]{1,40}){0,6} (?:-r|--remote|-a|--app)[ =][\w-]{0,40}\bprod(?:uction)?\b/ },
    { form: /(?:^|\s)--prod(?:uction)?(?:\s|$)/, unless: /\b(?:npm|yarn|pnpm|bun|composer|poetry|install|ci|add|prune)\b/ },
    // https://developers.cloudflare.com/workers/wrangler/commands/#d1, https://supabase.com/docs/reference/cli
    { form: /\bwrangler (?:d1|kv|r2)\b[^\n]{0,200}? (?<token>--remote)\b/, instead: { '--remote': '--local' } },
    { form: /\bsupabase db\b[^\n]{0,200}? (?<token>--linked)\b/, instead: { '--linked': '--local' } },
  ],
  /** Programs and words with which a mode chooses how something is made. */
  making:
    /\b(?:build|bundle|webpack|vite|rollup|esbuild|bench|compile|export|pack|install|ng|tsc|expo|eas|next|nuxt|astro|preview|generate)\b/,
  destroying: /\b(?:reset|drop|truncate|wipe|purge|flush|flushall|flushdb|delete|destroy|clean|fresh|rollback|teardown|remove)\b/i,
  meant: [
    'prod',
    'production',
    'deploy',
    'release',
    'publish',
    'smoke',
    'synthetic',
    'preview',
    'build',
    'start',
    'serve',
    'bench',
    'bundle',
    'live',
  ],
  secrets: /\bsecrets\.(?:\w{1,60}_)?(?:PROD|PRODUCTION|LIVE)(?:_\w{1,60})?\b/g,
};
