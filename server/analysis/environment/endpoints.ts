/** Addresses and names of things that say production, in values that are no credentials. */
import type { Endpoint, Setting, SettingFiles, Span } from '../../../rules/kit/index.js';
import { hostsIn, type Hosts } from './hosts.js';
import { nameTokens, type Names } from './tokens.js';

/** Places are offsets in the value. */
export type EndpointReader = (value: string, name: string | undefined) => Endpoint | undefined;

const longest = 2048;

/** A reader of values, with the name that each of them has. */
export function createEndpoints(
  names: Names,
  hosts: Hosts,
  isStore: (text: string) => boolean,
  { resources, pages }: SettingFiles,
): EndpointReader {
  const things = new Set(resources);
  return (value, name = '') => {
    // Who writes `PAYPAL_LIVE_URL` beside `PAYPAL_SANDBOX_URL` lets the code choose.
    if (value.length > longest || value.length < 4 || names.environment(name) !== undefined) return undefined;
    if (pages.some((word) => names.holds(name, [word]))) return undefined;
    for (const host of hostsIn(value)) {
      const { environment, because, twin } = hosts.judge(host);
      if (environment !== 'production' || because === undefined) continue;
      const at = value.indexOf(host);
      if (twin === undefined) return { kind: isStore(value) ? 'connection' : 'host', because };
      const sandbox = twin.sandbox === undefined ? {} : { sandbox: { span: { start: at, end: at + host.length }, host: twin.sandbox } };
      return { kind: 'twin', because: `${because} of ${twin.vendor}`, ...sandbox };
    }
    const isName = /^[A-Za-z0-9][\w./:-]{3,79}$/.test(value) && things.has(lastWord(name)) && !value.includes('://');
    // `live` is a word of many names.
    return isName && names.environment(value) === 'production' && !/(?:^|[^a-z])live(?:[^a-z]|$)/i.test(value)
      ? { kind: 'resource', because: `the name \`${value.slice(0, 48)}\`` }
      : undefined;
  };
}

/** `UPLOAD_BUCKET_NAME` is about a bucket. */
function lastWord(name: string): string {
  return nameTokens(name).findLast((word) => word !== 'id' && word !== 'name') ?? '';
}

/** An endpoint at its place in a text; without the sandbox where the value is not written as it is read. */
export function placedEndpoint(found: Endpoint | undefined, { start }: Span, plain: boolean): Pick<Setting, 'endpoint'> {
  if (found === undefined) return {};
  const { sandbox, ...said } = found;
  if (sandbox === undefined || !plain) return { endpoint: said };
  const span = { start: start + sandbox.span.start, end: start + sandbox.span.end };
  return { endpoint: { ...said, sandbox: { ...sandbox, span } } };
}
