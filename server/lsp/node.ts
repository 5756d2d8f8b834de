import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dieQuietly, serve } from './serve.js';

// The bundle is CommonJS; the pages of the rules, and what reads Python, lie beside it.
dieQuietly();
serve({ rulePages: pathToFileURL(join(__dirname, 'rules')).href, assets: pathToFileURL(join(__dirname, 'python/')) });
