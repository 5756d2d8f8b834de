import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../server/workspace/config-json-schema.js';
import { editorSettings } from '../tools/generate/settings.js';
import { readConfig } from '../../server/workspace/config-read.js';
import { defaultConfig, override, settingsOf } from '../../server/workspace/config.js';

const rules = ['permission/missing-tier', 'idempotency/unstable-key'];

/** Each problem as the text it stands at, and its message. */
function problems(text: string): string[] {
  const reading = readConfig('/detent.config.json', text, rules);
  return 'problems' in reading ? reading.problems.map(({ span, message }) => `${text.slice(span.start, span.end)} ⇒ ${message}`) : [];
}

describe('a good file', () => {
  test('says where its policy stands, and knows tiers by its own names', () => {
    const text = '{ "tierNames": { "careful": "destructive" }, "controls": { "careful": ["approval", "idempotency-key"] } }';
    const reading = readConfig('/detent.config.json', text, rules);
    const config = 'config' in reading ? reading.config : {};
    const { controls } = settingsOf(override(defaultConfig, config));
    const shown = controls.map(({ at, ...control }) => ({ ...control, at: text.slice(at?.span.start, at?.span.end) }));
    expect(shown).toEqual([
      { tier: 'destructive', name: 'careful', control: 'approval', at: '"approval"' },
      { tier: 'destructive', name: 'careful', control: 'idempotency-key', at: '"idempotency-key"' },
    ]);
  });

  test('may say everything, with comments and commas at the end', () => {
    const text = `{
      // what we want
      "$schema": "./schema/detent.config.schema.json",
      "sets": ["recommended", "strict"],
      "rules": { "permission/missing-tier": "off", "idempotency/unstable-key": "error" },
      "minCertainty": "certain",
      "failOn": "warning",
      "tiers": [{ "tools": "delete_*", "tier": "destructive" }],
      "environments": [{ "files": "deploy/**", "environment": "production" }],
      "productionHosts": ["*.prod.example.com"],
      "idempotencyWrappers": ["once"],
      "approvalWrappers": ["askFirst"],
      "environmentGuards": ["refuseInProduction"],
      "ignore": ["fixtures/**"],
      "ignoreTools": ["debug_*"],
      "reportInTests": true,
      "extraEffects": [{
        "library": "@acme/bank", "resource": "money",
        "calls": [["Bank#pay", "external", "arg 0", { "key": "arg 1.key" }], ["Bank#balance", "read", "this"]],
      }],
    }`;
    const reading = readConfig('/detent.config.json', text, rules);
    expect(reading).toMatchObject({
      config: {
        failOn: 'warning',
        extraEffects: [
          {
            library: '@acme/bank',
            language: 'typescript',
            origin: 'read',
            harmless: [],
            calls: [
              ['Bank#pay', 'external', 'arg 0', { key: 'arg 1.key' }],
              ['Bank#balance', 'read', 'this'],
            ],
          },
        ],
      },
    });
    expect(reading).not.toHaveProperty('config.$schema');
  });

  test('may say nothing', () => {
    // Where a first gate would be put is known of every file.
    expect(readConfig('/detent.config.json', '{}', rules)).toEqual({ config: { gates: { places: [], root: expect.anything() } } });
  });
});

describe('a broken file says where and what', () => {
  const cases: readonly (readonly [text: string, ...said: string[]])[] = [
    ['', ' ⇒ A value is expected here.'],
    ['{ "sets": [ }', '} ⇒ A value is expected here.'],
    ["{ 'sets': [] }", "'sets' ⇒ This is not JSON: text needs double quotes."],
    ['{ "failOn": "error"', ' ⇒ A closing brace `}` is missing here.'],
    ['[]', '[] ⇒ The configuration must be an object.'],
    ['{ "minCertanity": "certain" }', '"minCertanity" ⇒ Unknown key "minCertanity". Did you mean "minCertainty"?'],
    ['{ "colour": 1 }', '"colour" ⇒ Unknown key "colour".'],
    ['{ "sets": "strict" }', '"strict" ⇒ "sets" must be a list.'],
    [
      '{ "sets": ["recomended"] }',
      '"recomended" ⇒ "recomended" is not one of recommended, strict, profile:claude-directory, profile:chatgpt-apps, opt-in. Did you mean "recommended"?',
    ],
    ['{ "failOn": 3 }', '3 ⇒ "failOn" must be one of error, warning, information, hint, never.'],
    [
      '{ "rules": { "permission/missing-teir": "off" } }',
      '"permission/missing-teir" ⇒ There is no rule "permission/missing-teir". Did you mean "permission/missing-tier"?',
    ],
    ['{ "rules": { "permission/missing-tier": "warn" } }', '"warn" ⇒ "warn" is not one of error, warning, information, hint, off.'],
    [
      '{ "tiers": [{ "tools": "x" }] }',
      '{ "tools": "x" } ⇒ "tiers[0].tier" is missing here: one of observe, write, destructive, privileged.',
    ],
    ['{ "tiers": [{ "tier": "write" }] }', '{ "tier": "write" } ⇒ "tiers[0].tools" is missing here.'],
    ['{ "tiers": [{ "tools": "x", "tier": "destructiv" }] }', '"destructiv" ⇒ There is no tier "destructiv". Did you mean "destructive"?'],
    [
      '{ "controls": { "secret": ["approval"] } }',
      '"secret" ⇒ There is no tier "secret". Use observe, write, destructive, privileged, or give the name a meaning in "tierNames".',
    ],
    [
      '{ "controls": { "write": ["aproval"] } }',
      '"aproval" ⇒ "aproval" is not one of approval, idempotency-key, timeout, environment-guard. Did you mean "approval"?',
    ],
    ['{ "tierNames": { "write": "observe" } }', '"write" ⇒ "write" is a tier already: choose another name.'],
    ['{ "tierNames": { "a b": "observe" } }', '"a b" ⇒ "a b" is not a name of letters, digits and hyphens.'],
    ['{ "failOn": "error", "failOn": "hint" }', '"failOn" ⇒ "failOn" is given twice: keep one.'],
    ['{ "ignore": [""] }', '"" ⇒ "ignore[0]" must not be empty.'],
    [
      '{ "extraEffects": [{ "library": "x", "resource": "money", "calls": [["pay", "destory", "arg 0"]] }] }',
      '"destory" ⇒ "destory" is not one of read, write.set, write.add, destroy, external, exec, sql, http, graphql, shell, argv. Did you mean "destroy"?',
    ],
    [
      '{ "extraEffects": [{ "library": "x", "resource": "money", "calls": [["pay", "read", "first"]] }] }',
      '"first" ⇒ "first" is not a place such as "arg 0", "arg 1.where", "args" or "this".',
    ],
    [
      '{ "extraEffects": [{ "library": "x", "resource": "money", "calls": [["pay", "http", "arg 0", { "metod": "GET" }]] }] }',
      '"metod" ⇒ Unknown key "metod". Did you mean "method"?',
    ],
    [
      '{ "extraEffects": [{ "library": "x", "resource": "money", "calls": [["pay"]] }] }',
      '["pay"] ⇒ "extraEffects[0].calls[0]" needs at least 3 items.',
    ],
  ];
  for (const [text, ...said] of cases) {
    test(text === '' ? 'nothing at all' : text, () => {
      expect(problems(text)).toEqual(said);
    });
  }

  test('all problems of a readable file are said, in their order', () => {
    expect(problems('{ "rules": { "nope": "off" }, "sets": 1, "failon": "error" }')).toEqual([
      '"nope" ⇒ There is no rule "nope".',
      '1 ⇒ "sets" must be a list.',
      '"failon" ⇒ Unknown key "failon". Did you mean "failOn"?',
    ]);
  });

  test('hostile nesting is a problem, not a crash', () => {
    expect(problems('['.repeat(100_000))).toHaveLength(1);
    expect(problems(`{"rules":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`).length).toBeGreaterThan(0);
  });

  test('names of object methods are ordinary unknown keys', () => {
    expect(problems('{ "constructor": 1 }')).toEqual(['"constructor" ⇒ Unknown key "constructor".']);
    expect(problems('{ "rules": { "toString": "off" } }')).toEqual(['"toString" ⇒ There is no rule "toString".']);
  });
});

test('certainty follows the sets until it is given', () => {
  expect(settingsOf(defaultConfig).minCertainty).toBe('probable');
  expect(settingsOf(override(defaultConfig, { sets: ['strict'] })).minCertainty).toBe('possible');
  expect(settingsOf(override(defaultConfig, { sets: ['strict'], minCertainty: 'certain' })).minCertainty).toBe('certain');
  expect(settingsOf(defaultConfig).minCertaintyByName).toBe('possible');
  expect(settingsOf(override(defaultConfig, { minCertainty: 'probable' })).minCertaintyByName).toBeUndefined();
});

test('an override replaces lists, joins rules, and leaves out what it does not say', () => {
  const base = override(defaultConfig, { ignore: ['a'], rules: { x: 'off', y: 'error' } });
  const over = override(base, { ignore: ['b'], rules: { y: 'hint' }, failOn: undefined });
  expect(over).toMatchObject({ ignore: ['b'], rules: { x: 'off', y: 'hint' }, failOn: 'error' });
});

describe('the schema for editors', () => {
  const schema = configJsonSchema([{ id: 'permission/missing-tier', summary: 'A tool has no tier.' }]) as Record<
    string,
    Record<string, Record<string, unknown>>
  >;

  test('knows exactly the keys of the configuration', () => {
    expect(Object.keys(schema['properties']!).sort()).toEqual(['$schema', 'minCertainty', ...Object.keys(defaultConfig)].sort());
    expect(schema['additionalProperties']).toBe(false);
  });

  test('knows the rules, and the defaults of the program', () => {
    expect(schema['properties']!['rules']).toMatchObject({
      additionalProperties: false,
      properties: { 'permission/missing-tier': { description: 'A tool has no tier.' } },
    });
    expect(schema['properties']!['failOn']).toMatchObject({ default: defaultConfig.failOn });
  });

  test('describes every key', () => {
    for (const [name, property] of Object.entries(schema['properties']!))
      if (name !== '$schema') expect([name, property['description']]).toEqual([name, expect.any(String)]);
  });

  test('gives the settings of the extension', () => {
    expect(editorSettings()).toMatchObject({
      'detent.sets': { type: 'array', default: ['recommended'] },
      'detent.minCertainty': { enum: ['certain', 'probable', 'possible'] },
    });
  });
});

describe('what is left of a broken file', () => {
  const rest = (text: string) => {
    const reading = readConfig('/detent.config.json', text, [...rules, 'permission/missing-control', 'idempotency/constant-key']);
    if (!('problems' in reading)) throw new Error('nothing is wrong');
    const { controls, tiers, sets, rules: levels } = reading.rest;
    const places = Object.values(reading.rest.policy?.controls ?? {}).flatMap((all) => all.map(({ start, end }) => text.slice(start, end)));
    return { controls, tiers, sets, places, off: Object.keys(levels ?? {}).filter((id) => levels![id] === 'off'), silent: reading.silent };
  };
  const ofTiers = ['permission/missing-tier', 'permission/missing-control'];

  test('all but a misspelt key stays, and nothing is said by rules that rest on what it meant', () => {
    const found = rest('{ "teirs": [{ "tools": "x", "tier": "write" }], "sets": ["strict"], "controls": { "write": ["approval"] } }');
    expect(found).toMatchObject({ sets: ['strict'], controls: { write: ['approval'] }, places: ['"approval"'], off: ofTiers });
  });

  test('all but one entry of a list stays, with the places of the others', () => {
    expect(rest('{ "tiers": [{ "tools": "x", "tier": "destructiv" }, { "tools": "y", "tier": "write" }] }')).toMatchObject({
      tiers: [{ tools: 'y', tier: 'write' }],
      silent: ofTiers,
    });
    expect(rest('{ "controls": { "write": ["aproval", "timeout"], "secret": ["approval"] } }')).toMatchObject({
      controls: { write: ['timeout'] },
      places: ['"timeout"'],
      silent: [],
    });
    expect(rest('{ "sets": ["recomended"] }')).toMatchObject({ sets: undefined, silent: [] });
  });

  test('a rule that was to be off and is misspelt says nothing', () => {
    expect(rest('{ "rules": { "permission/missing-teir": "off", "idempotency/unstable-key": "hint" } }').off).toEqual([
      'permission/missing-tier',
    ]);
  });

  test('a file that cannot be read to its end excuses whatever it may have', () => {
    expect(rest('{ "controls": { "write": ["approval"] }, "tiers": [').silent).toEqual([
      'permission/missing-tier',
      'idempotency/unstable-key',
      'permission/missing-control',
      'idempotency/constant-key',
    ]);
    expect(rest('['.repeat(100_000)).controls).toBeUndefined();
  });
});
