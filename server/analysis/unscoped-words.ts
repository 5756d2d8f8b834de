/** Names and texts by which a program shows that it asks what somebody may do. Whatever may be such a question counts as one. */

/** A question that is asked where a server, a route or a tool is put together. */
const asking =
  /\b(?:require|has|check|ensure|assert|with|need|needs|verify|validate|enforce|any|all|missing)_?(?:[Aa]ny_?|[Aa]ll_?|[Rr]equired_?)?[Ss]copes?\b|insufficient_scope|scopeChallenge|\bTool(?:Scopes|Roles|Guards)\b|\bcanAccess\b|\brequire_scopes\b|\bAuthorizationMiddleware\b|\bAuthMiddleware\(|\b(?:Permit|Eunomia|Cerbos|OpenFGA|Oso|casbin|cedar)|\bUseGuards\b/;
/** Scopes that are required of every request. */
const required = /\brequired_?[sS]copes["']?\s{0,4}[:=]/g;
const nothing = /^\s{0,4}(?:\[\s{0,4}\]|None\b|null\b|undefined\b)/;
/** Scopes that are held against something. */
const held =
  /[sS]copes?(?:\)|\]|\?|!|["'])?\s{0,4}\??\.(?:includes|has|some|every|indexOf|find|filter|issubset|issuperset|intersection|isSubsetOf|isSupersetOf)\(|\bin\s{1,4}[\w.]{0,60}[sS]copes?\b|[sS]copes?\)?\s{0,4}(?:<=|>=|-|&)\s|(?:<=|>=|-|&)\s{0,4}(?:set\()?[\w.]{0,60}[sS]copes\b/;

/** What middleware found out about who asks: `req.auth`, `scope["user"]`. */
const told = /\b(?:req|request|ctx|context|extra|http)[?!]?\.(?:auth|user)\b|\bscope\[["'](?:auth|user)["']\]/;

/** The text holds scopes against something, or has them held, or looks at who asks. */
export function asksForScopes(text: string): boolean {
  const isRequired = [...text.matchAll(required)].some(
    ({ index, 0: found }) => !nothing.test(text.slice(index + found.length, index + found.length + 20)),
  );
  return isRequired || asking.test(text) || held.test(text) || told.test(text);
}

/** Functions that find out who asks, or make what they ask with: scopes in them are read from a token, or written into one. */
const identifying =
  /auth|verif|introspect|exchange|challenge|refresh|revoke|mint|well_?known|consent|token|register_?client|get_?client|client_?metadata/i;

export function identifies(name: string | undefined): boolean {
  return name !== undefined && identifying.test(name);
}

/** What somebody may do, and who it is: a tool that asks either may hold back what is not theirs. */
const personal =
  /scopes|[sS]copes?$|permission|privilege|entitle|(?:^|[a-z_])roles(?:$|[A-Z_])|rbac|(?:^|_)acl(?:$|_)|polic(?:y|ies)|is_?admin|allowed_?(?:users?|emails?|domains?|clients?)|auth_?info|access_?token|claims|authori[sz](?:ed?|ation)$|request_?info$|get_?http_(?:headers|request)|^request_context$|get_?store$|context_?var|current_?user|tenant|principal|^props$|(?:verify|check|ensure|require|assert|validate)_?(?:user|auth|access|caller|login)/i;

/** A name that shows that a function asks what somebody may do, or who it is. `scope` alone is every request of a Python server. */
export function asksWho(name: string): boolean {
  return name !== 'scope' && name !== 'Scope' && personal.test(name);
}

/** In the code of a tool, or around all tools, more names may be such a question. */
const guarding = /auth(?!or(?:_|$|[A-Z]|s(?:_|$|[A-Z])))|permit|allow|guard|forbid|caller|identity|^(?:can|may)(?:_|[A-Z])/i;
const around = /^on_?(?:call_?tool|request|message)$|middleware|decorat|wrap/i;

export function mayGuard(name: string): boolean {
  return asksWho(name) || guarding.test(name);
}

/** It stands around the tools, by its name. */
export function standsAround(name: string | undefined): boolean {
  return name !== undefined && around.test(name);
}
