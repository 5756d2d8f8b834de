import type { NameWords, Placeholders } from '../kit/index.js';

/** Words of variable names and host labels. They are compared with whole tokens: never found inside `product` or `delivery`. */
export const words: NameWords = {
  production: ['prod', 'production', 'prd'],
  weakProduction: ['live'],
  other: [
    'dev', 'devel', 'development', 'test', 'tests', 'testing', 'tst', 'staging', 'stage', 'stg', 'sandbox', 'sandboxed', 'sbx', 'sdbx',
    'local', 'localhost', 'qa', 'uat', 'preview', 'demo', 'ci', 'e2e', 'nonprod', 'preprod', 'nonproduction', 'preproduction', 'dummy',
    'mock', 'fake', 'example', 'sample', 'playground', 'devnet', 'testnet',
  ],
  undo: [
    ['non', 'prod'], ['non', 'production'], ['not', 'prod'], ['not', 'production'], ['pre', 'prod'], ['pre', 'production'], ['no', 'prod'],
    ['un', 'prod'], ['live', 'stream'], ['live', 'streaming'], ['live', 'chat'], ['live', 'kit'], ['live', 'reload'], ['live', 'view'],
    ['live', 'blocks'], ['live', 'block'], ['live', 'session'], ['live', 'query'], ['live', 'preview'], ['live', 'ops'], ['live', 'journal'],
    ['live', 'agent'], ['live', 'share'], ['live', 'server'], ['live', 'store'], ['live', 'peer'], ['live', 'room'], ['live', 'person'],
    ['live', 'avatar'], ['live', 'model'], ['live', 'time'], ['youtube', 'live'], ['facebook', 'live'], ['tiktok', 'live'],
    ['bilibili', 'live'], ['windows', 'live'], ['gemini', 'live'], ['go', 'live'], ['to', 'live'], ['keep', 'live'], ['max', 'live'],
  ],
  readOnly: ['ro', 'readonly', 'replica', 'readreplica', 'reader', 'readuser', 'viewer'],
  secret: [
    'password', 'passwd', 'passphrase', 'pass', 'pwd', 'pw', 'secret', 'secrets', 'token', 'apikey', 'authkey', 'secretkey', 'accesskey',
    'privatekey', 'pat', 'credential', 'credentials', 'pgpassword', 'authtoken', 'accesstoken', 'bearer', 'jwt',
  ],
  secretPairs: [
    ['api', 'key'], ['access', 'key'], ['private', 'key'], ['secret', 'key'], ['auth', 'key'], ['signing', 'key'], ['encryption', 'key'],
    ['service', 'key'], ['role', 'key'], ['master', 'key'], ['admin', 'key'], ['account', 'key'], ['deploy', 'key'], ['subscription', 'key'],
    ['license', 'key'], ['connection', 'string'], ['app', 'key'], ['server', 'key'],
  ],
  vague: ['token', 'jwt', 'bearer', 'pat', 'pass', 'pw'],
  harmless: [
    'version', 'etag', 'sync',
    'public', 'publishable', 'pub', 'anon', 'csrf', 'xsrf', 'cancel', 'cancellation', 'page', 'next', 'continuation', 'cursor', 'max', 'min',
    'placeholder', 'label', 'message', 'hint', 'title', 'description', 'regex', 'pattern', 'hash', 'hashed', 'digest', 'checksum', 'sha256',
    'mint', 'contract', 'symbol', 'algorithm', 'design', 'css',
  ],
  host: ['host', 'hostname', 'url', 'uri', 'server', 'endpoint', 'base', 'domain', 'address'],
  mode: ['mode', 'env', 'environment'],
  modeVariables: [
    'NODE_ENV', 'BABEL_ENV', 'BUILD_ENV', 'MODE', 'VITE_MODE', 'WEBPACK_MODE', 'DD_ENV', 'SENTRY_ENVIRONMENT', 'OTEL_ENVIRONMENT',
    'LOG_ENV', 'LOG_LEVEL', 'ELECTRON_ENV', 'NEXT_RUNTIME', 'STAGE_LABEL', 'DEPLOYMENT_ENVIRONMENT', 'NX_ENV', 'TARGET_ENV', 'CI', 'DEBUG',
  ],
};

/** What stands where a secret would stand, and is none. */
export const placeholders: Placeholders = {
  parts: [
    'xxxx', '****', '....', '____', 'your-', 'your_', 'yourapi', 'yourkey', 'yoursecret', 'yourtoken', 'my-secret', 'my_secret', 'mysecret',
    'change-me', 'change_me', 'changeme', 'changethis', 'change-this', 'change_this', 'replace-', 'replace_', 'replaceme', 'insert-',
    'insert_', 'placeholder', 'example', 'dummy', 'redacted', 'not-a-real', 'not_a_real', 'notreal', 'not-real', 'fake-', 'fake_', '-fake',
    '_fake', 'todo', 'put-your', 'put_your', 'goes-here', 'goes_here', 'goeshere', '-here', '_here', 'some-secret', 'some_secret', 'secret-key',
    'secret_key', 'supersecret', 'super-secret', 'super_secret', 'test-key', 'test_key', 'test-token', 'test_token', 'api-key', 'api_key',
    'access-token', 'access_token_', 'sample', 'foobar', 'abc123', 'deadbeef', 'loremipsum', 'localonly', 'invalid', 'mock-', 'mock_',
    'development-only', 'dev-secret', 'dev_secret', 'devsecret', 'abcdefgh', '12345678', 'qwerty', '00000000',
  ],
  words: [
    '', 'password', 'passwd', 'pass', 'pwd', 'pw', 'secret', 'token', 'key', 'apikey', 'user', 'username', 'admin', 'root', 'postgres', 'mysql',
    'mongo', 'redis', 'guest', 'test', 'testing', 'dev', 'local', 'none', 'null', 'undefined', 'nil', 'true', 'false', 'empty', 'unset', 'default',
    'value', 'string', 'na', 'n/a', 'tbd', 'letmein', 'welcome', 'hunter2', 'p@ssw0rd', 'passw0rd', 'password1', 'password123', 'sa', 'minioadmin',
    'rabbitmq', 'docker', 'changeit', 'prisma', 'janedoe', 'johndoe', 'randompassword', 'mypassword', 'mysecretpassword', 'strongpassword', 'db_password',
    'yourpassword', 'your_password', 'dbpassword', 'dbpass', 'foo', 'bar', 'baz', 'abc', 'hello', 'pass123', 'pass1234', 'test123', 'example',
  ],
  references: [
    '$', '${', '{{', '{%', '<', '%', '#{', '@', 'op://', 'vault:', 'vault://', 'secret://', 'secrets://', 'secrets.', 'ENC[', 'encrypted:', '!vault',
    'ssm:', 'ssm://', 'arn:', 'aws-sm://', 'gcp-sm://', 'azure-kv://', 'keychain:', 'bws://', 'doppler://', 'infisical://', 'projects/', 'file:', 'env:', 'env(',
    'process.env', 'import.meta', 'os.environ', '{env:', '{file:', '__', '[[',
  ],
  // Stripe's, AWS's and others' published samples; their prefixes are left out so that no scanner takes this file for a leak.
  documented: [
    '4eC39HqLyjWDarjtT1zdp7dc', 'BQokikJOvBiI2HlWgH4olfQ2', '26PHem9AhJZvU623DfE1x4sd', 'TYooMQauvdEDq54NiTphI7jx', '6pRNASCoBOKtIshFeQd4XMUh',
    'IOSFODNN7EXAMPLE', 'wJalrXUtnFEMI', 'I44QH8DHBEXAMPLE', 'je7MtGbClwBF', 'CAESIHZ0', 'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    'TCYt5XsITJX1CxPCT8yAV-TVkIEq_PbChOMqsLfRoPsnsgw5WEuts01mq-pQy7UJiN5mgRxD-WUcX16dUEMGlv50aqzpqh4Qktb3rk-BuQy72IFLOqV0G_zS245',
  ],
};
