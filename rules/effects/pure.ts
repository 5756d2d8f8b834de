/** Computes values from values. A function that is handed over runs as part of the call, like any callback. */
const values = [
  '@anthropic-ai/tokenizer', '@faker-js/faker', '@sinclair/typebox', '@sindresorhus/is', '@sindresorhus/slugify', '@standard-schema/spec',
  'acorn', 'ajv', 'ajv-formats', 'ansi-colors', 'ansi-regex', 'ansi-styles', 'arktype', 'array-flatten', 'arrify', 'balanced-match',
  'base64-js', 'bignumber.js', 'brace-expansion', 'bson', 'bytes', 'camelcase', 'camelcase-keys', 'chalk', 'change-case', 'classnames', 'clsx',
  'color', 'color-convert', 'colorette', 'colors', 'common-tags', 'compare-versions', 'cron-parser', 'cronstrue', 'crypto-js', 'css-select',
  'csv-parse', 'csv-stringify', 'date-fns', 'date-fns-tz', 'dayjs', 'decimal.js', 'dedent', 'deep-equal', 'deepmerge', 'defu', 'dequal', 'destr',
  'diff', 'dompurify', 'entities', 'escape-goat', 'escape-html', 'escape-string-regexp', 'fast-deep-equal', 'fast-fuzzy',
  'fast-json-stable-stringify', 'fast-levenshtein', 'fast-xml-parser', 'fastest-levenshtein', 'fflate', 'filesize', 'flat', 'flatted', 'fuse.js',
  'gpt-tokenizer', 'handlebars', 'he', 'highlight.js', 'html-entities', 'html-to-text', 'htmlparser2', 'humanize-duration', 'iconv-lite',
  'immer', 'immutable', 'indent-string', 'ini', 'ip-address', 'ipaddr.js', 'is-ci', 'is-glob', 'is-number', 'is-plain-obj', 'is-url',
  'isomorphic-dompurify', 'jmespath', 'joi', 'js-base64', 'js-levenshtein', 'js-tiktoken', 'js-tokens', 'js-yaml', 'json-schema',
  'json-schema-to-zod', 'json-stable-stringify', 'json-stringify-safe', 'json5', 'jsonc-parser', 'jsondiffpatch', 'jsonpointer', 'jsonrepair',
  'just-clone', 'jwt-decode', 'kind-of', 'klona', 'lodash', 'lodash-es', 'lodash.camelcase', 'lodash.clonedeep', 'lodash.debounce', 'lodash.get',
  'lodash.isequal', 'lodash.merge', 'lodash.set', 'lodash.throttle', 'lodash.uniq', 'long', 'luxon', 'magic-string', 'markdown-it', 'marked',
  'mathjs', 'mdast-util-from-markdown', 'mdast-util-to-markdown', 'mdast-util-to-string', 'micromatch', 'mime', 'mime-types', 'minimatch',
  'minimist', 'mnemonist', 'moment', 'moment-timezone', 'ms', 'mustache', 'neverthrow', 'node-html-markdown', 'node-html-parser', 'normalize-path',
  'normalize-url', 'object-hash', 'object-path', 'ohash', 'parse-duration', 'parse-json', 'parse5', 'path-to-regexp', 'pathe', 'picocolors',
  'picomatch', 'pluralize', 'pretty-bytes', 'pretty-format', 'pretty-ms', 'qs', 'query-string', 'rambda', 'ramda', 're2', 'reflect-metadata',
  'rehype-parse', 'rehype-remark', 'rehype-stringify', 'remark', 'remark-gfm', 'remark-parse', 'remark-stringify', 'remeda', 'rfdc', 'rrule',
  'safe-stable-stringify', 'sanitize-html', 'semver', 'serialize-error', 'shell-quote', 'slash', 'slugify', 'smol-toml', 'sort-keys',
  'sprintf-js', 'sql-formatter', 'sqlstring', 'string-similarity', 'string-width', 'strip-ansi', 'strip-bom', 'strip-indent',
  'strip-json-comments', 'superjson', 'superstruct', 'tiktoken', 'tiny-invariant', 'tinycolor2', 'tldts', 'toml', 'traverse', 'ts-dedent',
  'ts-pattern', 'tslib', 'turndown', 'turndown-plugin-gfm', 'type-fest', 'ufo', 'underscore', 'unified', 'unist-util-visit', 'uri-js',
  'uri-template', 'url-join', 'url-parse', 'valibot', 'validator', 'vfile', 'whatwg-url', 'word-wrap', 'wrap-ansi', 'xml-js', 'xml2js',
  'xmlbuilder2', 'xregexp', 'yaml', 'yargs-parser', 'yup', 'zod', 'zod-to-json-schema', 'zod-validation-error',
];

/** Parts of Node that compute, or pass on what others do. */
const node = [
  'node:assert', 'node:assert/strict', 'node:async_hooks', 'node:buffer', 'node:diagnostics_channel', 'node:events', 'node:module', 'node:path',
  'node:path/posix', 'node:path/win32', 'node:punycode', 'node:querystring', 'node:stream', 'node:stream/consumers', 'node:stream/promises',
  'node:stream/web', 'node:string_decoder', 'node:timers', 'node:timers/promises', 'node:tty', 'node:url', 'node:util/types', 'node:zlib',
];

/** Orders the calls of the functions that it is given. */
const order = [
  'async-mutex', 'async-sema', 'bottleneck', 'eventemitter3', 'mitt', 'p-all', 'p-debounce', 'p-defer', 'p-each-series', 'p-event', 'p-filter',
  'p-limit', 'p-map', 'p-map-series', 'p-props', 'p-queue', 'p-reduce', 'p-series', 'p-settle', 'p-throttle', 'p-timeout', 'p-try', 'p-waterfall',
];

/** Caches in memory: dropped at any time, nothing counts on them. */
const caches = ['@isaacs/ttlcache', 'lru-cache', 'mem', 'memoize', 'memoizee', 'node-cache', 'p-memoize', 'quick-lru', 'tiny-lru'];

/** Logs, measures and shows progress, which never counts as an effect of a tool. */
const telemetry = [
  '@logtail/node', '@opentelemetry/api', '@sentry/node', 'boxen', 'bunyan', 'cli-progress', 'cli-table3', 'consola', 'dd-trace', 'debug', 'figlet',
  'log4js', 'loglevel', 'npmlog', 'ora', 'pino', 'pino-pretty', 'posthog-node', 'prom-client', 'signale', 'table', 'tslog', 'winston',
];

/** Packages that somebody looked at, and whose calls never count. */
export const purePackages: readonly string[] = [...values, ...node, ...order, ...caches, ...telemetry];
