/** Text from files and errors, made harmless for a terminal or an editor: control characters would move the cursor or change colors. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').replaceAll('\t', '  ');
}
