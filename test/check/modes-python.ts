import type { Samples } from './modes-cases.js';
import { lowLevel } from './modes-python-servers.js';

const takes = `action: Literal['get', 'delete', 'append'], path: str`;
const branching = `if action == 'get':
    read(path)
elif action == 'delete':
    os.remove(path)
else:
    append(path)`;
const removing = `if action == 'delete':
    os.remove(path)`;

const helpers = {
  'running.py': `import os
from pathlib import Path

from kinds import is_removal


def run(action: str, **rest) -> None:
    if is_removal(action):
        os.remove(rest['path'])
        return
    perform(action, rest['path'])


def perform(what: str, path: str) -> None:
    if what == 'append':
        with open(path, 'a') as file:
            file.write('x')
    else:
        Path(path).read_text()
`,
  'kinds.py': `REMOVALS = ('delete',)


def is_removal(word: str) -> bool:
    return any(one == word for one in REMOVALS)
`,
};

const others = Array.from({ length: 30 }, (_, i) => `other${i}`);

/** The samples in Python. */
export const python: Samples = {
  'forms of deciding': {
    switch: {
      takes,
      body: `
match action:
    case 'get':
        read(path)
    case 'delete':
        os.remove(path)
    case 'append':
        append(path)`,
    },
    'if chain': {
      takes,
      body: branching,
    },
    'early returns and a negation': {
      takes,
      body: `
if action == 'get':
    return read(path)
if not action == 'delete':
    append(path)
    return 'added'
os.remove(path)`,
    },
    ternaries: { takes, body: `read(path) if action == 'get' else os.remove(path) if action == 'delete' else append(path)` },
    'lists of actions': {
      takes,
      body: `
if action in ('delete', 'purge'):
    os.remove(path)
if action in {'append'}:
    append(path)`,
    },
    'a table of functions': {
      takes,
      body: `
actions = {'get': read, 'delete': os.remove, 'append': lambda at: append(at)}
actions[action](path)`,
    },
    'a map of functions': {
      takes,
      body: `
actions = dict(get=read, delete=os.remove, append=append)
run = actions.get(action)
if run is None:
    raise ValueError('no such action')
run(path)`,
    },
    'a list of objects': {
      takes,
      above: `from dataclasses import dataclass
from typing import Callable


@dataclass
class Action:
    name: str
    run: Callable[[str], object]
`,
      body: `
actions = [Action('get', read), Action('delete', os.remove), Action(name='append', run=append)]
found = next((one for one in actions if one.name == action), None)
if found:
    found.run(path)`,
    },
    'flags made before': {
      takes,
      body: `
removing = action == 'delete'
adding = action == 'append' and path != ''
if removing:
    os.remove(path)
if adding:
    append(path)`,
    },
    'logical operators': {
      takes,
      body: `
action == 'delete' and os.remove(path)
action != 'append' or append(path)`,
    },
    'a method by a made name': {
      takes,
      above: `

class Actions:
    def do_get(self, path: str) -> str:
        return Path(path).read_text()

    def do_delete(self, path: str) -> None:
        os.remove(path)

    def do_append(self, path: str) -> None:
        append(path)
`,
      body: `getattr(Actions(), f'do_{action}')(path)`,
    },
    'a checked copy': {
      takes,
      above: `

class Asked(BaseModel):
    action: str
    path: str
`,
      body: `
asked = Asked(action=action, path=path)
if asked.action == 'delete':
    os.remove(asked.path)
if asked.action == 'append':
    append(asked.path)`,
    },
    in: {
      takes,
      body: `
removing = {'delete': True}
if action in removing:
    os.remove(path)
elif action == 'append':
    append(path)`,
    },
    'through helpers and files': { takes, body: `run(action, path=path)`, above: `from running import run`, files: helpers },
    'through helpers and files, all at once': {
      takes,
      body: `run(**{'action': action, 'path': path})`,
      above: `from running import run`,
      files: helpers,
    },
  },
  schemas: {
    literals: { takes: `action: Union[Literal['get'], Literal['delete']], path: str`, body: removing },
    'an object': {
      takes: `action: Action, path: str`,
      above: `

class Action(str, Enum):
    GET = 'get'
    DELETE = 'delete'
`,
      body: `
if action == Action.DELETE:
    os.remove(path)`,
    },
    // A model is one parameter; the values that its fields may have are not listed.
    'a discriminated union': {
      split: 'asked.action  delete: destroys; *: reads',
      takes: `asked: Annotated[Union[Get, Delete], Field(discriminator='action')]`,
      above: `

class Get(BaseModel):
    action: Literal['get']
    path: str


class Delete(BaseModel):
    action: Literal['delete']
    path: str
    force: bool
`,
      body: `
if asked.action == 'delete':
    os.remove(asked.path)`,
    },
    'a default': { takes: `path: str, action: Literal['get', 'delete'] = 'get'`, body: removing },
    optional: { takes: `path: str, action: Optional[Literal['get', 'delete']] = None`, body: removing },
    'any text': { takes: `action: str, path: str`, body: removing },
    'JSON Schema': {
      takes: '',
      body: '',
      server: lowLevel(
        `{'action': {'enum': ['get', 'delete']}, 'path': {'type': 'string'}}`,
        `if arguments['action'] == 'delete':
            os.remove(arguments['path'])`,
      ),
    },
    'a choice in JSON Schema': {
      takes: '',
      body: '',
      server: lowLevel(
        `{'action': {'oneOf': [{'const': 'get'}, {'const': 'delete'}]}, 'path': {'type': 'string'}}`,
        `if arguments.get('action') == 'delete':
            os.remove(arguments['path'])`,
      ),
    },
  },
  flags: {
    fix: {
      takes: `path: str, fix: Optional[bool] = None`,
      body: `
text = read(path)
if not fix:
    return text
Path(path).write_text(text.strip())`,
    },
    'dryRun with a default': {
      takes: `path: str, dryRun: bool = True`,
      body: `
if dryRun:
    return 'would remove ' + path
os.remove(path)`,
    },
    'confirm, as a guard that throws in a helper': {
      takes: `confirm: bool, path: str`,
      body: `
def assert_confirmed(confirmed: bool) -> None:
    if not confirmed:
        raise ValueError('confirm first')
assert_confirmed(confirm)
os.remove(path)`,
    },
    'confirm, beside something else that is asked': {
      takes: `confirm: bool, path: str`,
      body: `
def assert_confirmed(confirmed: bool) -> None:
    if not confirmed and path:
        raise ValueError('confirm first')
assert_confirmed(confirm)
os.remove(path)`,
    },
    'confirm, as a guard that throws': {
      takes: `confirm: bool, path: str`,
      body: `
if not confirm:
    raise ValueError('confirm first')
os.remove(path)`,
    },
    'a parameter that is only there or not': {
      takes: `path: str, output: Optional[str] = None`,
      body: `
text = read(path)
if output:
    Path(output).write_text(text)`,
    },
    'beside parameters that only decide what is said': {
      takes: `${takes}, ${others.map((name) => `${name}: Optional[str] = None`).join(', ')}`,
      body: `
def said(part):
    if part:
        return part.split(',')
    return []
told = [${others.map((name) => `said(${name})`).join(', ')}]
${branching}`,
    },
    'a request method that the schema lists': {
      takes: `method: Literal['GET', 'DELETE'], url: str`,
      body: `httpx.request(method, url)`,
    },
  },
  'what could not be told': {
    'one of several': {
      takes: `action: str, size: int`,
      above: `import hooks`,
      body: `
if action == 'get':
    return ''
if action == 'hook':
    hooks.all()[0]()
hooks.all()[1]()`,
    },
    'above a number': {
      takes: `action: str, size: int`,
      above: `import hooks`,
      body: `
if size == 0:
    return ''
hooks.all()[0]()`,
    },
  },
  'no split': {
    'only reads': {
      takes,
      body: `
if action == 'get':
    read(path)`,
    },
    'the same in each case': {
      takes,
      body: `
if action == 'get':
    read(path)
os.remove(path)`,
    },
    'another parameter': {
      takes: `format: Literal['json', 'text'], path: str`,
      body: `
os.remove(path)
if format == 'json':
    return '{}'`,
    },
    'a constant guard': {
      takes,
      above: `READ_ONLY = True`,
      body: `
if READ_ONLY:
    raise ValueError('read only')
if action == 'delete':
    os.remove(path)`,
    },
    'a value that is not the parameter': {
      takes,
      body: `
chosen = read(path).split(':')[0]
if chosen == 'delete':
    os.remove(path)
else:
    os.remove(path)`,
    },
  },
};
