/** What the names of Python's exceptions say. */
import type { Expression } from '../../syntax/ir.js';

/** Something that is raised. */
export function isFailure(name: string): boolean {
  return /(?:Error|Exception|Timeout|Refused|TooManyRequests)$|RateLimit/.test(name);
}

const nothingDone =
  /^(?:\w{0,40}(?:RateLimit|TooManyRequests|Throttl)\w{0,40}|ConnectError|ConnectTimeout|ConnectTimeoutError|PoolTimeout|ConnectionRefusedError|NewConnectionError|NameResolutionError|ClientConnectorError|gaierror)$/;

/** The receiver was not reached, or refused to do anything. */
export function provesNothingDone(name: string): boolean {
  return nothingDone.test(name);
}

const expected =
  /NotFound|DoesNotExist|NoSuch|NoResult|NotADirectory|IsADirectory|AlreadyExists|FileExists|Duplicate|Conflict|UniqueViolation|Integrity|ModuleNotFound|ProcessLookup|^(?:Key|Index|Lookup|Attribute|Value|Type|Name|Import|Unicode\w{0,12}|JSONDecode|Decode|Validation|Parse|ParserError|Syntax|ZeroDivision|Overflow|NotImplemented|EOF)Error$|^(?:StopIteration|StopAsyncIteration|KeyboardInterrupt|CancelledError|GeneratorExit|SystemExit|InvalidOperation|NotFound|Empty|QueueEmpty)$/;

/** It stands for one answer that is expected: nothing is there, it is there already, the text cannot be read. */
export function isExpected(name: string): boolean {
  return expected.test(name);
}

/** It says that there is one already. */
export function isDuplicate(name: string): boolean {
  return /Integrity|Unique|Duplicate|Conflict|AlreadyExists|FileExists/.test(name);
}

/** The name of a class that a clause catches. */
export function failureName(type: Expression): string | undefined {
  if (type.kind === 'name') return type.name;
  return type.kind === 'member' && typeof type.property === 'string' ? type.property : undefined;
}
