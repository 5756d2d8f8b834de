import { Location, Position, Range, Uri, commands } from 'vscode';
import type { Command } from './index.js';

interface At {
  readonly line: number;
  readonly character: number;
}

interface Spot {
  readonly uri: string;
  readonly range: { readonly start: At; readonly end: At };
}

/** Peeks at the places that a lens leads to. They come from the server, as the Language Server Protocol writes them. */
export const showPlaces: Command = async (_context, uri, position, places) => {
  if (typeof uri !== 'string' || !isAt(position) || !Array.isArray(places)) return;
  const locations = places
    .filter(isSpot)
    .map(({ uri: file, range }) => new Location(Uri.parse(file), new Range(at(range.start), at(range.end))));
  await commands.executeCommand('editor.action.peekLocations', Uri.parse(uri), at(position), locations, 'peek');
};

function at({ line, character }: At): Position {
  return new Position(line, character);
}

function isAt(value: unknown): value is At {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

function isSpot(value: unknown): value is Spot {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('range' in value)) return false;
  const { uri, range } = value as Spot;
  return typeof uri === 'string' && isAt(range.start) && isAt(range.end);
}
