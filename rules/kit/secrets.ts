import type { Certainty, Credential, Severity } from './model.js';

/** What a message calls a credential: `Stripe key (sk_live_…)`, `PostgreSQL connection string`, `private key`. Never its value. */
export function nounOfCredential(credential: Credential): string {
  const { vendor, shown } = credential;
  const noun = /(?:key|string|secret|token|password|webhook|client|access|account)$/i.test(vendor) ? vendor : `${vendor} key`;
  return credential.evidence === 'shape' && shown !== '…' ? `${noun} (\`${shown}\`)` : noun;
}

/** The same at the beginning of a sentence. */
export function aCredential(credential: Credential): string {
  const noun = nounOfCredential(credential);
  return `${/^(?:[AEIO]|npm|SSH)/.test(noun) ? 'An' : 'A'} ${noun}`;
}

/** The name of a file without its folders. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** One step milder: what is restricted to reading does less harm. */
export function milder(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'information';
}

/** How sure it is that a value is this credential: its shape proves it, names and randomness only suggest it. */
export function surenessOf(credential: Credential): Certainty {
  if (credential.evidence === 'shape' || credential.evidence === 'payload') return 'certain';
  return credential.weak === true ? 'possible' : 'probable';
}

/** How a file of a program that starts services takes a variable from the environment, and stops without it. */
export function referenceIn(file: string, variable: string): string | undefined {
  const isCompose = /(?:^|\/)(?:docker-)?compose[\w.-]{0,40}\.ya?ml$/.test(file) && /^[A-Z]\w{1,60}$/.test(variable);
  return isCompose ? `\${${variable}:?}` : undefined;
}
