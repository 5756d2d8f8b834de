/** What a host says: local, production, sandbox, a managed store. */
import type { HostTwin } from '../../../rules/kit/index.js';
import type { Names } from './tokens.js';

export interface HostFacts {
  readonly local: boolean;
  readonly environment: 'production' | 'weak' | 'other' | undefined;
  /** In words, for messages: "the host `api-m.paypal.com`". */
  readonly because?: string;
  /** The vendor that has a sandbox of its own, and the host of that sandbox. */
  readonly twin?: { readonly vendor: string; readonly sandbox?: string };
  readonly provider?: string;
}

export interface Hosts {
  judge(host: string): HostFacts;
  /** Hosts of the URLs in a text are judged; the first one that is production or has a twin wins. */
  production(text: string): { readonly because: string; readonly vendor?: string } | undefined;
  /** The text holds the address of a vendor's sandbox. */
  sandbox(text: string): boolean;
}

const longest = 253;
const localSuffixes = ['.localhost', '.local', '.test', '.invalid', '.lan', '.home', '.docker.internal', '.svc', '.svc.cluster.local'];

/** `productionHosts` are the patterns of the user's configuration; they win. */
export function createHosts(
  names: Names,
  twins: readonly HostTwin[],
  managed: readonly (readonly [suffix: string, provider: string])[],
  productionHosts: readonly string[],
): Hosts {
  const judge = (given: string): HostFacts => {
    const host = given.slice(0, longest).toLowerCase().replace(/\.$/, '');
    const because = `the host \`${host.length > 48 ? `${host.slice(0, 47)}…` : host}\``;
    if (productionHosts.some((pattern) => matchesHost(host, pattern.toLowerCase())))
      return { local: false, environment: 'production', because };
    for (const twin of twins) {
      const index = twin.live.findIndex((pattern) => matchesHost(host, pattern));
      if (index !== -1) {
        const sandbox = twin.sandbox[index];
        return {
          local: false,
          environment: 'production',
          because,
          twin: { vendor: twin.vendor, ...(sandbox === undefined || sandbox.includes('*') ? {} : { sandbox }) },
        };
      }
      if (twin.sandbox.some((pattern) => matchesHost(host, pattern)))
        return { local: false, environment: 'other', because, twin: { vendor: twin.vendor } };
    }
    const environment = names.hostEnvironment(host);
    if (isLocal(host, environment === 'production')) return { local: true, environment: undefined };
    const provider = managed.find(([suffix]) => host.endsWith(suffix))?.[1];
    return { local: false, environment, because, ...(provider === undefined ? {} : { provider }) };
  };

  return {
    judge,
    sandbox: (text) => hostsIn(text).some((host) => twins.some((twin) => twin.sandbox.some((pattern) => matchesHost(host, pattern)))),
    production(text) {
      for (const host of hostsIn(text)) {
        const facts = judge(host);
        if (facts.environment === 'production' && facts.because !== undefined) {
          return { because: facts.because, ...(facts.twin === undefined ? {} : { vendor: facts.twin.vendor }) };
        }
      }
      return undefined;
    },
  };
}

/** Host names of the URLs in a text, and the text itself when it is nothing but a host name. */
export function hostsIn(text: string): readonly string[] {
  const hosts: string[] = [];
  for (let at = text.indexOf('://'); at !== -1 && hosts.length < 16; at = text.indexOf('://', at + 3)) {
    const authority = /^[^\s/?#"'`<>\\]{0,512}/.exec(text.slice(at + 3, at + 3 + 512))?.[0] ?? '';
    for (const part of authority.slice(authority.lastIndexOf('@') + 1).split(',')) {
      const host = part.replace(/:\d{0,5}$/, '');
      if (host !== '') hosts.push(host);
    }
  }
  if (hosts.length === 0 && text.length <= longest && /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?$/.test(text))
    hosts.push(text.replace(/:\d{1,5}$/, ''));
  return hosts;
}

/** A name without a dot is a service of the same compose file or machine, unless it calls itself production. */
function isLocal(host: string, saysProduction: boolean): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    host === '0.0.0.0' ||
    host === '' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host) ||
    /^192\.168\.\d{1,3}\.\d{1,3}$/.test(host) ||
    localSuffixes.some((suffix) => host.endsWith(suffix)) ||
    (!host.includes('.') && !saysProduction)
  );
}

/** `*` stands for any characters of one or more labels. The parts between stars are searched in order, so time is linear. */
function matchesHost(host: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return host === pattern;
  if (!host.startsWith(first) || !host.endsWith(last) || host.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = host.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return from <= host.length - last.length;
}
