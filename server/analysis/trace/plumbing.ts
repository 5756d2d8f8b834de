/** What calls of packages that nobody described do for the program itself, as their names and places say: nothing that a tool is for. */
import { isPythonName } from '../languages.js';
import type { LibraryCall } from './access.js';
import { givesObject, isAwaited, isDiscarded } from './chain.js';
import { spelledAlike, verbClass } from './verbs.js';
import type { ExternalValue } from './value.js';

/** Packages that are about watching a program. */
const watching =
  /(?:^|[-_/@.])(?:telemetry|analytics|loggers?|logging|log|logs|metrics|tracing|opentelemetry|otel|instrumentation|observability|sentry|newrelic|appinsights|applicationinsights)(?:$|[-_/.])/i;
/** Packages that read or write a notation. */
const computing =
  /(?:^|[-_/@.])(?:parsers?|lexer|tokeni[sz]er|ast|grammar|antlr[0-9a-z]{0,10}|formatter|stringify|slugify|validator)(?:$|[-_/.])/i;
/** Objects that log or measure, whatever package they are of. */
const watcher = /^(?:[A-Za-z]{0,30}(?:Logger|Telemetry|Tracer|Metrics|Analytics)|logger|log|telemetry|tracer|metrics|analytics)(?:#|$)/;
/** Objects that hand out what the program put into them. */
const container = /^(?:[A-Za-z]{0,30}(?:Container|Injector)|container|injector)(?:#|$)/;
/** What lets one call wait for another, and the units of what is waited for. */
const ordering = /^(?:[A-Za-z]{0,30}(?:Mutex|Semaphore|Lock|RwLock)|mutex|semaphore|lock)(?:#|$)/;
const handsOut = /^(?:resolve|resolveAll|resolveAsync|get|getAll|getAsync|isRegistered|isBound)$/;

/** What is made inside a program: clients, parsers, servers. Things that a service keeps have other names. */
const made =
  /^create[A-Za-z]{0,40}(?:Client|Parser|Lexer|Reader|Writer|Stream|Transport|Logger|Factory|Provider|Adapter|Context|Plugin|Engine|Middleware|Handler|Router|Resolver|Connection|Pool|Cache|Hash|Cipheriv|Proxy|Interface|Iterator|Generator|Renderer|Highlighter|Processor|Converter|Formatter|Serializer|Compiler|Linter|Program|Schema|Validator|Emitter|Limiter|Signer|Sdk|SDK)$/;
/** `Connection.create()`, `Parser.fromText()`: the class hands out its objects itself. */
const ownFactory =
  /^[A-Z][A-Za-z0-9]*\.(?:create|from|of|with|wrap|resolve|init|build|instance|load|open|minutes|seconds|milliseconds|hours|days|(?:create|from|build|make|with)[A-Z][A-Za-z0-9]*|(?:get|clear|reset|set|create|has)(?:Instance|Singleton|Default))$/;

/** What a program puts into its own objects before it uses them. */
const setUp =
  /^(?:add|append|set|register|unregister|use|remove|clear|attach|detach|install|on|off)[A-Za-z]{0,30}(?:Listeners?|Handlers?|Plugins?|Middlewares?|Interceptors?|Observers?|Hooks?|Transforms?|Serializers?|Parsers?|Loaders?|Extensions?|Headers?|Timeouts?|Interval|Locale|Formatters?|Encoding|Converters?|Resolvers?|Adapters?|Transports?|Helpers?)$/;
/** Functions that are told when something happens. */
const listens = /^on[A-Z][A-Za-z]{0,30}$/;
/** What looks through a text or a tree. */
const looksThrough =
  /^(?:visit|walk|traverse|accept|tokenize|lex|ensure(?:String|Array|Object|Number|Boolean|Defined)|assert[A-Z][A-Za-z]{0,30}|is[A-Z][A-Za-z]{0,40})$/;
/** A value of a type of its own: `accountId(text)`. */
const namesValue =
  /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*(?:Ids?|Names?|Keys?|Paths?|Type|Date|Timestamp|Size|Length|Color|Label|Slug|Pattern|Suffix|Prefix|Arn|Urn)$/;

/** Gives another form of what it is given. */
const derives = /^(?:derive|infer|normali[sz]e|sanitize|escape|unescape|stringify|serialize|deserialize)(?:$|[A-Z])/;
/** What changes an object. Where nothing waits for it, nothing beyond the object can be told to have changed. */
const inPlace = /^(?:add|append|set|register|push|remove|clear|reset|enable|disable|merge|assign|configure|update)(?:$|[A-Z])/;
/** Objects that write through to a disk although nothing waits for them. */
const writesThrough = /(?:^|[-_/@.])(?:conf|config|store|storage|settings|preferences|keytar|keychain|db|database|lowdb)(?:$|[-_/.])/i;

/** Why a call says nothing about the tool; `undefined` when it may. */
export function plumbing(callee: ExternalValue, call: LibraryCall): string | undefined {
  const { library } = callee;
  const path = isPythonName(library) ? spelledAlike(callee.path) : callee.path;
  if (library === 'global') return undefined;
  const names = path.replaceAll('()', '').split(/[.]|(?<=#)/);
  const last = names.at(-1) ?? '';
  if (call.call.isNew) return 'makes an object of the program';
  if (watching.test(library) || names.some((name) => watcher.test(name))) return 'logs or measures';
  if (computing.test(library)) return 'computes a value';
  if (names.some((name) => ordering.test(name)) && /^(?:lock|unlock|acquire|release|runExclusive|waitForUnlock|isLocked|use)$/.test(last))
    return 'waits its turn';
  if (names.length > 1 && container.test(names.at(-2)!) && handsOut.test(last)) return 'hands out what the program registered';
  if (ownFactory.test(path) || (names.length === 1 && made.test(path))) return 'makes an object of the program';
  if (names.length > 1 && (setUp.test(last) || names.includes('interceptors'))) return 'prepares an object of the program';
  if (listens.test(last) && call.args.some(({ kind }) => kind === 'function')) return 'waits for something to happen';
  if (looksThrough.test(last)) return 'looks through what it is given';
  if (names.length === 1 && derives.test(path) && !isAwaited(call.call)) return 'computes a value';
  if (names.length === 1 && namesValue.test(last) && isNoun(last) && !isDiscarded(call.call) && !isAwaited(call.call))
    return 'hands out a value';
  if (names.length > 1 && isNoun(last) && givesObject(call.call) && !call.args.some(({ kind }) => kind === 'function'))
    return 'hands out an object, whose methods say what is done';
  const changesInPlace = names.length > 1 && inPlace.test(last) && !writesThrough.test(library);
  if (changesInPlace && isDiscarded(call.call) && !call.args.some(({ kind }) => kind === 'function'))
    return 'changes an object of the program';
  return undefined;
}

/** `client.task(id)`, and `client.run(id)`: where nothing waits for it, a run is a thing. */
function isNoun(name: string): boolean {
  const verb = verbClass(name);
  if (/^(?:start|begin|trigger|launch|initiate|schedule)(?=[A-Z_])/.test(name)) return false;
  return verb === undefined || (verb === 'exec' && /^[a-z]+$/.test(name));
}
