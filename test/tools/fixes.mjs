import './load-typescript.mjs';

await import('./load-grammar.ts');
const { fixes } = await import('./fixes/fixes.ts');
process.exitCode = await fixes(process.argv.slice(2));
