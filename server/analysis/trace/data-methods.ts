/** Methods that strings, lists, numbers and promises have: harmless on a receiver that could not be told. */
export const dataMethods: ReadonlySet<string> = new Set(
  (
    'then catch finally map flatMap filter forEach find findIndex findLast some every reduce reduceRight join split trim trimStart trimEnd toString ' +
    'toLowerCase toUpperCase startsWith endsWith includes indexOf lastIndexOf slice substring substr concat replace replaceAll match matchAll ' +
    'padStart padEnd repeat charAt charCodeAt codePointAt at localeCompare normalize toFixed toISOString toJSON toLocaleString toLocaleDateString ' +
    'getTime push pop shift unshift reverse sort splice flat fill keys values entries hasOwnProperty isPrototypeOf valueOf toSorted toReversed test toSpliced ' +
    'safeParse parse parseAsync safeParseAsync has isEmpty'
  ).split(' '),
);
