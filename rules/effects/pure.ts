/** Computes values from values. A function that is handed over runs as part of the call, like any callback. */
const values = [
  '@anthropic-ai/tokenizer', '@apidevtools/json-schema-ref-parser', '@asteasolutions/zod-to-openapi',
  '@aws-sdk/s3-request-presigner', '@babel/generator', '@babel/parser',
  '@babel/traverse', '@babel/types', '@bufbuild/protobuf', '@cfworker/json-schema', '@date-fns/tz', '@date-fns/utc', '@effect/schema',
  '@faker-js/faker', '@hono/zod-openapi', '@internationalized/date', '@js-temporal/polyfill', '@mapbox/polyline', '@mapbox/tilebelt',
  '@mozilla/readability', '@msgpack/msgpack', '@noble/curves', '@noble/hashes', '@scure/base', '@scure/bip32',
  '@scure/bip39', '@sinclair/typebox', '@sindresorhus/is',
  '@sindresorhus/slugify', '@standard-schema/spec', '@turf/area', '@turf/bbox', '@turf/boolean-point-in-polygon', '@turf/distance',
  '@turf/helpers', '@turf/turf', '@ungap/structured-clone', 'acorn', 'acorn-walk', 'agent-base', 'ajv', 'ajv-errors', 'ajv-formats',
  'ajv-keywords', 'alea', 'ansi-colors', 'ansi-regex', 'ansi-styles', 'arktype', 'array-flatten', 'arrify', 'astronomia', 'balanced-match',
  'base64-js', 'big.js', 'bignumber.js', 'bip39', 'bmp-js', 'bn.js', 'bowser', 'brace-expansion', 'bs58', 'bson', 'buffer', 'bytes',
  'bytes-iec',
  'camelcase', 'camelcase-keys', 'cbor-x', 'chalk', 'chance', 'change-case', 'cheerio', 'chroma-js', 'chrono-node', 'cidr-regex',
  'class-transformer', 'class-validator', 'classnames', 'cli-color', 'clsx', 'color', 'color-convert', 'colorette', 'colorjs.io', 'colors',
  'common-tags', 'compare-versions', 'compromise', 'content-disposition', 'content-type', 'cookie', 'cosine-similarity', 'country-list',
  'cron-parser', 'cron-validate', 'cronstrue', 'crypto-js', 'css-select', 'csv-parse', 'csv-parser', 'csv-stringify', 'csvtojson',
  'currency.js',
  'd3-array', 'd3-format', 'd3-scale', 'd3-time-format', 'dagre', 'damerau-levenshtein', 'date-fns', 'date-fns-tz', 'dayjs',
  'decimal.js', 'dedent',
  'deep-equal', 'deepmerge', 'defu', 'dequal', 'destr', 'devalue', 'diff', 'dinero.js', 'docx', 'dompurify', 'dxf-parser',
  'eastasianwidth', 'ejs',
  'email-addresses', 'email-reply-parser', 'emoji-regex', 'entities', 'es-toolkit', 'escape-goat', 'escape-html', 'escape-string-regexp',
  'escodegen', 'espree', 'esprima', 'estraverse', 'eta', 'ethereumjs-util', 'events', 'eventsource-parser', 'fast-deep-equal', 'fast-fuzzy',
  'fast-json-stable-stringify', 'fast-levenshtein', 'fast-xml-parser', 'fastest-levenshtein', 'fastest-validator', 'fflate', 'filenamify',
  'filesize', 'find-my-way', 'flat', 'flatted', 'flexsearch', 'fp-ts', 'fraction.js', 'front-matter', 'fuse.js', 'fuzzysort', 'fzf',
  'geojson-vt',
  'geolib', 'get-stream', 'gifuct-js', 'google-protobuf', 'gpt-tokenizer', 'gradient-string', 'graphql',
  'graphql-tag', 'gray-matter', 'h3-js', 'handlebars',
  'hash-wasm', 'hast-util-to-html', 'hast-util-to-text', 'he', 'highlight.js', 'html-entities', 'html-to-text', 'htmlparser2', 'http-errors',
  'http-proxy-agent', 'http-status-codes', 'https-proxy-agent', 'human-interval', 'humanize-duration', 'i18n-iso-countries', 'ical-generator',
  'ical.js', 'iconv-lite', 'ics', 'ignore', 'immer', 'immutable', 'indent-string', 'ini', 'into-stream', 'io-ts', 'ip', 'ip-address',
  'ip-cidr', 'ip-regex', 'ipaddr.js', 'is-absolute-url', 'is-ci', 'is-glob', 'is-ip', 'is-my-json-valid', 'is-number', 'is-plain-obj',
  'is-stream', 'is-url', 'isbinaryfile', 'iso-639-1', 'iso8601-duration', 'isomorphic-dompurify', 'jaro-winkler', 'jmespath', 'joi', 'jose',
  'jpeg-js', 'js-base64', 'js-levenshtein', 'js-sha256', 'js-sha3', 'js-tiktoken', 'js-tokens', 'js-yaml', 'json-rpc-2.0', 'json-schema',
  'json-schema-faker', 'json-schema-to-ts', 'json-schema-to-zod', 'json-schema-traverse', 'json-stable-stringify', 'json-stringify-safe',
  'json5', 'jsonc-parser', 'jsondiffpatch', 'jsonpointer', 'jsonrepair', 'jsonschema', 'jsonwebtoken', 'jszip', 'just-clone', 'just-omit',
  'just-pick', 'jwt-decode', 'kind-of', 'kleur', 'klona', 'leven', 'libphonenumber-js', 'linkedom', 'linkify-it', 'liquidjs', 'lodash',
  'lodash-es', 'lodash.camelcase', 'lodash.chunk', 'lodash.clonedeep', 'lodash.debounce', 'lodash.get', 'lodash.groupby', 'lodash.isempty',
  'lodash.isequal', 'lodash.kebabcase', 'lodash.merge', 'lodash.omit', 'lodash.orderby', 'lodash.pick', 'lodash.set', 'lodash.snakecase',
  'lodash.sortby', 'lodash.startcase', 'lodash.throttle', 'lodash.uniq', 'long', 'lorem-ipsum', 'lunr', 'luxon', 'magic-string', 'magicast',
  'mammoth', 'markdown-it', 'marked', 'mathjs', 'md5', 'mdast-util-from-markdown', 'mdast-util-gfm', 'mdast-util-to-markdown',
  'mdast-util-to-string', 'mgrs', 'micromark', 'micromark-extension-gfm', 'micromatch', 'mime', 'mime-types', 'mimetext', 'minimatch',
  'minimist', 'minisearch', 'ml-distance', 'mnemonist', 'moment', 'moment-timezone', 'ms', 'multiformats', 'murmurhash', 'mustache',
  'nanocolors', 'natural', 'netmask', 'neverthrow', 'ngeohash', 'node-emoji', 'node-html-markdown', 'node-html-parser', 'node-sql-parser',
  'normalize-path', 'normalize-url', 'nunjucks', 'object-hash', 'object-path', 'ohash', 'omggif', 'open-location-code', 'openapi-types',
  'openapi3-ts', 'opentype.js', 'ow', 'papaparse', 'parse-domain', 'parse-duration', 'parse-json', 'parse-ms', 'parse5', 'path-browserify',
  'path-to-regexp', 'pathe', 'pdf-lib', 'pdf-parse', 'pgsql-ast-parser', 'picocolors', 'picomatch', 'pizzip', 'pkce-challenge', 'pluralize',
  'pngjs', 'pretty-bytes', 'pretty-format', 'pretty-ms', 'proj4', 'protobufjs', 'proxy-agent', 'psl', 'pug', 'qs', 'query-string',
  'querystringify', 'radash', 'rambda', 'ramda', 'random-words', 'raw-body', 're2', 'readable-stream', 'recast', 'reflect-metadata',
  'regexparam', 'rehype', 'rehype-parse', 'rehype-raw', 'rehype-remark', 'rehype-sanitize', 'rehype-stringify', 'remark',
  'remark-frontmatter', 'remark-gfm', 'remark-mdx', 'remark-parse', 'remark-stringify', 'remeda', 'rfdc', 'rrule', 'runtypes',
  'safe-stable-stringify', 'sanitize-filename', 'sanitize-html', 'seedrandom', 'semver', 'serialize-error', 'seroval', 'set-cookie-parser',
  'sha.js', 'shell-quote', 'signal-polyfill', 'similarity', 'simple-statistics', 'slash', 'slugify', 'smol-toml', 'snowball-stemmers',
  'socks-proxy-agent', 'sort-keys', 'spacetime', 'sprintf-js', 'sql-formatter', 'sql-parser-cst', 'sql-template-tag', 'sqlstring', 'statuses',
  'stopword', 'string-argv', 'string-similarity', 'string-width', 'strip-ansi', 'strip-bom', 'strip-indent', 'strip-json-comments', 'suncalc',
  'supercluster', 'superjson', 'superstruct', 'svg-parser', 'temporal-polyfill', 'terraformer', 'tiktoken', 'timezones-list',
  'tiny-invariant', 'tinycolor2', 'tinyduration', 'tinygradient', 'tldts', 'toml', 'tough-cookie', 'traverse', 'ts-dedent', 'ts-pattern',
  'tslib', 'turndown', 'turndown-plugin-gfm', 'tweetnacl', 'type-fest', 'typebox', 'typia', 'ua-parser-js',
  'ufo', 'uint8arrays', 'underscore', 'unified',
  'unique-names-generator', 'unist-util-remove', 'unist-util-select', 'unist-util-visit', 'unpdf', 'upng-js', 'uri-js', 'uri-template',
  'url-join', 'url-parse', 'url-pattern', 'url-regex', 'url-template', 'user-agents', 'util-deprecate', 'utm', 'valibot', 'validator',
  'vfile', 'vscode-languageserver-textdocument', 'vscode-languageserver-types', 'vscode-uri', 'wcwidth', 'web-tree-sitter', 'wellknown',
  'whatwg-url', 'wink-nlp-utils', 'word-wrap', 'wrap-ansi', 'xml-js', 'xml2js', 'xmlbuilder2', 'xregexp', 'xxhash-wasm', 'yaml',
  'yargs-parser', 'yup', 'zod', 'zod-to-json-schema', 'zod-validation-error',
];

/** Parts of Node that compute, or pass on what others do. */
const node = [
  'node:assert', 'node:assert/strict', 'node:async_hooks', 'node:buffer', 'node:diagnostics_channel', 'node:events', 'node:module', 'node:path',
  'node:path/posix', 'node:path/win32', 'node:punycode', 'node:querystring', 'node:stream', 'node:stream/consumers', 'node:stream/promises',
  'node:stream/web', 'node:string_decoder', 'node:timers', 'node:timers/promises', 'node:tty', 'node:url', 'node:util/types', 'node:zlib',
];

/** Orders the calls of the functions that it is given. */
const order = [
  'async-mutex', 'async-sema', 'bottleneck', 'eventemitter3', 'mitt', 'opossum', 'p-all', 'p-debounce', 'p-defer', 'p-each-series', 'p-event', 'p-filter',
  'p-limit', 'p-map', 'p-map-series', 'p-props', 'p-queue', 'p-reduce', 'p-series', 'p-settle', 'p-throttle', 'p-timeout', 'p-try', 'p-waterfall',
];

/** Caches in memory: dropped at any time, nothing counts on them. */
const caches = [
  '@apify/datastructures', '@isaacs/ttlcache', 'lru-cache', 'mem', 'memoize', 'memoizee', 'node-cache', 'p-memoize', 'quick-lru',
  'tiny-lru',
];

/** Logs, measures and shows progress, which never counts as an effect of a tool. */
const telemetry = [
  '@logtail/node', '@opentelemetry/api', '@opentelemetry/api-logs', '@opentelemetry/sdk-trace-base', '@segment/analytics-node',
  '@sentry/node', 'boxen', 'bunyan', 'cli-progress', 'cli-table3', 'consola', 'dd-trace', 'debug', 'figlet', 'log4js', 'loglevel', 'mixpanel', 'npmlog', 'ora', 'pino', 'pino-pretty', 'posthog-node', 'prom-client',
  'signale', 'table', 'tslog', 'winston',
];

/** Names models, which other packages ask. */
const models = [
  '@ai-sdk/amazon-bedrock', '@ai-sdk/azure', '@ai-sdk/cohere', '@ai-sdk/deepseek', '@ai-sdk/fireworks', '@ai-sdk/gateway',
  '@ai-sdk/google-vertex', '@ai-sdk/groq', '@ai-sdk/mistral', '@ai-sdk/openai-compatible', '@ai-sdk/perplexity', '@ai-sdk/togetherai',
  '@ai-sdk/xai', '@openrouter/ai-sdk-provider', 'workers-ai-provider',
];

/** Answers which features are on, from what was loaded before, and counts the questions. */
const flags = ['@launchdarkly/node-server-sdk', 'launchdarkly-node-server-sdk', 'statsig-node'];

/** Packages that somebody looked at, and whose calls never count. */
export const purePackages: readonly string[] = [...values, ...node, ...order, ...caches, ...telemetry, ...models, ...flags];
