/** What a script for a page does, as far as its words tell: `document.title` only looks. */
import { fromModel } from './some-part.js';
import { textHoles, textParts } from './text-parts.js';
import { optionsOf, type Value } from './value.js';

/** `const a =`, `let {a, b} =`: names of the script's own. */
const declared = /\b(?:const|let|var)\s{1,20}(?:[\w$]{1,60}|[{[][\w$,\s]{0,200}[}\]])\s{0,20}=(?![=>])/g;
const assigning = /(?:^|[^=!<>])=(?![=>])|\+\+|--|\bdelete\b/;
const method = /[.]([A-Za-z]{1,60})\s{0,20}\(/g;
const changing =
  /^(?:abort|animate|append|assign|blur|back|cancel|clear|click|close(?!st)|create(?!NodeIterator|Range|TreeWalker)|define|delete|detach|disable|dispatch|enable|execC|execS|exit|focus|forward|go|insert|load|move|observe|open|pause|play|post|prepend|put|register|reload|remove|replaceC|replaceS|replaceW|request|reset|scroll|select|send|set|show|start(?!sWith)|stop|submit|toggle|write)/;
const calling =
  /\b(?:fetch|eval|alert|confirm|prompt|open|setTimeout|setInterval|importScripts|postMessage|Function|import|require)\s{0,20}\(|\bnew\s{1,20}(?!(?:Map|Set|Date|RegExp|URL|URLSearchParams|Array|Object|Promise)\b)/;

/** Every text that it may be only looks at the page, and nothing that the model writes is code in it. */
export function onlyLooks(script: Value | undefined): boolean {
  return script !== undefined && optionsOf(script).every(isLook);
}

function isLook(script: Value): boolean {
  if (script.kind !== 'constant' && script.kind !== 'text') return false;
  if (script.kind === 'constant' && typeof script.value !== 'string') return false;
  if (!textHoles(script).every(isData)) return false;
  const bare = withoutStrings(textParts(script).join(' 0 '));
  if (bare === undefined || bare.trim() === '') return false;
  const own = bare.replaceAll(declared, '');
  if ([...own.matchAll(method)].some(([, name]) => changing.test(name!))) return false;
  return !assigning.test(own) && !calling.test(own) && !/[A-Za-z$_\])]\s{0,5}\[[^\]]{0,80}\]\s{0,5}\(/.test(own);
}

/** The program's own, or written as data whoever says it. */
function isData(hole: Value): boolean {
  return optionsOf(hole).every(
    (option) =>
      option.kind !== 'unknown' &&
      (!fromModel(option) || (option.kind === 'derived' && /(?:^|\.)(?:dumps|stringify)\(\)$/.test(option.operation))),
  );
}

/** The script with empty texts and without remarks; `undefined` when one is not closed, or holds code. */
function withoutStrings(text: string): string | undefined {
  let bare = '';
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quote !== '') {
      if (char === '\\') i++;
      else if (char === quote) quote = '';
      else if (quote === '`' && char === '$' && text[i + 1] === '{') return undefined;
    } else if (char === '"' || char === "'" || char === '`') {
      quote = char;
      bare += '""';
    } else if (char === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      const end = text[i + 1] === '/' ? text.indexOf('\n', i) : text.indexOf('*/', i + 2) + 1;
      if (end <= 0) return text[i + 1] === '/' ? bare : undefined;
      i = end;
    } else bare += char;
  }
  return quote === '' ? bare : undefined;
}
