import './load-typescript.mjs';

const { prove } = await import('./prove.ts');
process.exitCode = prove(process.argv.slice(2));
