/**
 * Packages that were looked at and never touch the world: they compute values from values. A function that is handed to one of
 * them runs as part of the call, like any callback.
 */
export const purePackages: readonly string[] = [
  '@anthropic-ai/tokenizer', '@faker-js/faker', '@sindresorhus/slugify', '@sindresorhus/is', '@sinclair/typebox', '@standard-schema/spec',
  'acorn', 'ajv', 'ajv-formats', 'ansi-colors', 'ansi-regex', 'ansi-styles', 'arktype', 'arrify', 'array-flatten', 'async-mutex', 'balanced-match',
  'base64-js', 'bignumber.js', 'brace-expansion', 'bson', 'bytes', 'camelcase', 'camelcase-keys', 'chalk', 'change-case', 'cheerio', 'classnames', 'clsx',
  'color', 'color-convert', 'colorette', 'colors', 'common-tags', 'compare-versions', 'cron-parser', 'cronstrue', 'crypto-js', 'css-select', 'csv-parse',
  'csv-stringify', 'date-fns', 'date-fns-tz', 'dayjs', 'decimal.js', 'dedent', 'deep-equal', 'deepmerge', 'defu', 'dequal', 'destr', 'diff', 'dompurify',
  'effect/Schema', 'entities', 'escape-goat', 'escape-html', 'escape-string-regexp', 'eventemitter3', 'fast-deep-equal', 'fast-fuzzy',
  'fast-json-stable-stringify', 'fast-levenshtein', 'fast-xml-parser', 'fastest-levenshtein', 'fflate', 'filesize', 'flat', 'flatted', 'form-data',
  'fuse.js', 'gpt-tokenizer', 'gray-matter', 'handlebars', 'hast-util-to-html', 'he', 'highlight.js', 'html-entities', 'html-to-text', 'htmlparser2',
  'humanize-duration', 'iconv-lite', 'immer', 'immutable', 'indent-string', 'ini', 'ip-address', 'ipaddr.js', 'is-ci', 'is-glob', 'is-number',
  'is-plain-obj', 'is-url', 'isomorphic-dompurify', 'jmespath', 'joi', 'jose', 'js-base64', 'js-levenshtein', 'js-tiktoken', 'js-tokens', 'js-yaml', 'json-schema',
  'json-schema-to-zod', 'json-stable-stringify', 'json-stringify-safe', 'json5', 'jsonc-parser', 'jsondiffpatch', 'jsonpath', 'jsonpath-plus',
  'jsonpointer', 'jsonrepair', 'just-clone', 'jwt-decode', 'kind-of', 'klona', 'kuler', 'lodash', 'lodash-es', 'lodash.camelcase', 'lodash.clonedeep',
  'lodash.debounce', 'lodash.get', 'lodash.isequal', 'lodash.merge', 'lodash.set', 'lodash.throttle', 'lodash.uniq', 'long', 'luxon', 'magic-string', 'markdown-it',
  'marked', 'mathjs', 'mdast-util-from-markdown', 'mdast-util-to-markdown', 'mdast-util-to-string', 'merge-deep', 'micromatch', 'mime', 'mime-types',
  'minimatch', 'minimist', 'mitt', 'mnemonist', 'moment', 'moment-timezone', 'ms', 'mustache', 'natural', 'neverthrow', 'node-html-markdown',
  'node-html-parser', 'normalize-path', 'normalize-url', 'object-hash', 'object-path', 'ohash', 'p-all', 'p-debounce', 'p-defer', 'p-each-series', 'p-event',
  'p-filter', 'p-limit', 'p-map', 'p-map-series', 'p-memoize', 'p-props', 'p-queue', 'p-reduce', 'p-series', 'p-settle', 'p-throttle', 'p-timeout', 'p-try',
  'p-waterfall', 'papaparse', 'parse-duration', 'parse-json', 'parse5', 'path-to-regexp', 'pathe', 'picocolors', 'picomatch', 'pluralize', 'pretty-bytes',
  'pretty-format', 'pretty-ms', 'qs', 'query-string', 'ramda', 'rambda', 'random-seed', 're2', 'reflect-metadata', 'rehype-parse', 'rehype-remark', 'rehype-stringify',
  'remark', 'remark-gfm', 'remark-parse', 'remark-stringify', 'remeda', 'retry-as-promised', 'rfdc', 'rrule', 'rxjs', 'safe-stable-stringify', 'sanitize-html', 'seedrandom',
  'semver', 'serialize-error', 'shell-quote', 'slash', 'slugify', 'smol-toml', 'sort-keys', 'source-map', 'sprintf-js', 'sql-formatter',
  'sqlstring', 'string-similarity', 'string-width', 'strip-ansi', 'strip-bom', 'strip-indent', 'strip-json-comments', 'superjson', 'superstruct', 'tiktoken',
  'tiny-invariant', 'tinycolor2', 'tldts', 'toml', 'traverse', 'ts-dedent', 'ts-pattern', 'tslib', 'turndown', 'turndown-plugin-gfm', 'type-fest', 'ufo', 'underscore', 'unified',
  'unist-util-visit', 'uri-js', 'uri-template', 'url-join', 'url-parse', 'valibot', 'validator', 'vfile', 'whatwg-url', 'word-wrap', 'wrap-ansi', 'xml-js', 'xml2js',
  'xmlbuilder2', 'xregexp', 'yaml', 'yargs-parser', 'yup', 'zod', 'zod-to-json-schema', 'zod-validation-error',
];
