/** MCP servers that a configuration starts. */
import type { Edit } from './edits.js';
import type { Place } from './model.js';

/** What is known of a server that changes something outside of the machine, or on all of it. */
export interface ServerRow {
  /** What it reaches, for messages. */
  readonly title: string;
  /** Packages, images and hosts by which it is known. */
  readonly programs: readonly string[];
  /** What it may change when nothing narrows it; absent: only a target of production makes it dangerous. */
  readonly everywhere?: string;
  /** Words of a command line, an address or variables that keep it from changing things, or to one project. */
  readonly safe: readonly string[];
  /** Words without which it changes nothing. */
  readonly writes?: readonly string[];
  /** How it is told to read only: an argument, a word of the query of its address, a variable that is `true`. */
  readonly argument?: string;
  readonly query?: string;
  readonly variable?: string;
  /** A credential that opens the account of production by its shape. */
  readonly liveKey?: RegExp;
  /** Its arguments are folders that it may change. */
  readonly folders?: true;
  readonly documentation: string;
}

/** A server of a configuration that may change production, or everything. */
export interface RiskyServer extends Place {
  readonly name: string;
  readonly title: string;
  readonly risk: 'production' | 'everywhere' | 'live-key' | 'folder';
  /** What says production, what it reaches, or the folder. */
  readonly because: string;
  /** What makes it read only, and the edits that do. */
  readonly instead?: { readonly shown: string; readonly edits: readonly Edit[] };
}
