/** Compiles what a vendor publishes of its services: `node test/tools/compile.mjs aws <folder>`. */
import './load-typescript.mjs';

const vendors = { aws: () => import('./compile/aws.ts') };

const [vendor = '', folder] = process.argv.slice(2);
if (!Object.hasOwn(vendors, vendor) || folder === undefined) {
  console.error(`usage: node test/tools/compile.mjs ${Object.keys(vendors).join('|')} <folder>`);
  process.exitCode = 1;
} else {
  const { compile } = await vendors[vendor]();
  console.log(compile(folder));
}
