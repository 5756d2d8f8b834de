import './load-typescript.mjs';
import { join } from 'node:path';

const { generate } = await import('./generate.ts');
const changed = await generate(join(import.meta.dirname, '../..'));
console.log(changed.length === 0 ? 'Everything generated is fresh.' : changed.join('\n'));
