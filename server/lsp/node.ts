import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dieQuietly, serve } from './serve.js';

// The bundle is CommonJS, and the pages of the rules lie beside it.
dieQuietly();
serve({ rulePages: pathToFileURL(join(__dirname, 'rules')).href });
