/** Command lines that end well whatever becomes of the command: `git push || true`. */
import { endOf, type Effect, type Hushed } from '../../../../rules/kit/index.js';
import { seatAt, type Asked } from './steps.js';

const hush = /[ \t]{0,20}(?:2>[ \t]{0,4}\/dev\/null[ \t]{0,20})?\|\|[ \t]{0,20}(?:true|:)[ \t]{0,20}$/;

/** The words at the end of the command line of an effect that hide its failure, where the line is written in the call. */
export function hushedOf(context: Asked, effect: Effect): Hushed | undefined {
  const seat = seatAt(context, effect);
  const line = seat?.call.args[0]?.value;
  if (seat === undefined || line === undefined) return undefined;
  const text = line.kind === 'literal' && typeof line.value === 'string' ? line.value : line.kind === 'template' ? line.texts.at(-1)! : '';
  const [words] = hush.exec(text) ?? [];
  if (words === undefined) return undefined;
  const { file } = seat.module;
  const at = { file, span: line.span };
  const written = context.textOf(file)?.slice(line.span.end - 1 - words.length, line.span.end - 1);
  const end = endOf(at);
  return {
    ...at,
    label: 'the command line ends well',
    words: words.trim(),
    ...(written === words ? { cut: { file, span: spanBefore(end.span, words.length) } } : {}),
  };
}

/** The stretch before the sign that closes a text. */
function spanBefore(end: { readonly end: number }, length: number): { readonly start: number; readonly end: number } {
  return {
    get start() {
      return end.end - 1 - length;
    },
    get end() {
      return end.end - 1;
    },
  };
}
