import { URI } from 'vscode-uri';

/**
 * The name inside Detent for what an editor names by URI: the path of a `file:` URI with `/` and a drive letter in lower
 * case (`/home/me/a.ts`, `/c:/a.ts`, `//server/share/a.ts`), else the whole URI with an authority, if an empty one
 * (`untitled:///Untitled-1`). A slash at the end is dropped. Text that is no URI comes back as it is.
 */
export function fileOf(uri: string): string {
  let parsed: URI;
  try {
    parsed = URI.parse(uri, true);
  } catch {
    return uri;
  }
  const name = parsed.scheme === 'file' ? pathOf(parsed) : virtualOf(parsed);
  return name.length > 1 && name.endsWith('/') && !name.endsWith('://') ? name.slice(0, -1) : name;
}

/** The URI of a name that {@link fileOf} gave, spelled as VS Code spells it. */
export function uriOf(file: string): string {
  if (!file.startsWith('/')) return URI.parse(file).toString();
  if (!file.startsWith('//')) return URI.from({ scheme: 'file', path: file }).toString();
  const slash = file.indexOf('/', 2);
  const authority = slash < 0 ? file.slice(2) : file.slice(2, slash);
  return URI.from({ scheme: 'file', authority, path: slash < 0 ? '/' : file.slice(slash) }).toString();
}

function pathOf(uri: URI): string {
  const path = uri.path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return uri.authority === '' ? path : `//${uri.authority}${path}`;
}

function virtualOf({ scheme, authority, path, query, fragment }: URI): string {
  const rest = `${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
  return `${scheme}://${authority}${path.startsWith('/') ? '' : '/'}${path}${rest}`;
}
