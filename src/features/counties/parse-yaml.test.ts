import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

const faults = (text: string) => parseYaml('a.yaml', text).faults.map(({ line, fault }) => `${line} ${fault.code}`);

describe('reading YAML', () => {
  it('reads values as YAML 1.2 does: dates and yes stay text', () => {
    expect(parseYaml('a.yaml', 'from: 2021-07-01\nanswer: yes\ncode: "06"\nn: 3\n').value).toEqual({
      from: '2021-07-01',
      answer: 'yes',
      code: '06',
      n: 3,
    });
  });

  it('refuses tabs as indentation, at their line', () => {
    expect(faults('a:\n  b: 1\n\tc: 2\n')).toEqual(['3 yaml-tab']);
  });

  it('refuses a key that stands twice, at the second', () => {
    const source = parseYaml('a.yaml', 'a: 1\nb: 2\na: 3\n');
    expect(source.faults).toEqual([{ line: 3, fault: { file: 'a.yaml', path: [], code: 'duplicate-key', params: { key: 'a' } } }]);
  });

  it('still gives the value when the only fault is a key that stands twice, so that other faults are found too', () => {
    expect(parseYaml('a.yaml', 'a: 1\na: 2\n').value).toEqual({ a: 2 });
  });

  it.each([
    ['a missing bracket', 'a: [1, 2\nb: 3\n'],
    ['a colon in unquoted text', 'a: Sätt: så\n'],
    ['two documents in a file', 'a: 1\n---\nb: 2\n'],
    ['an anchor that is not there', 'a: *b\n'],
    ['an unknown tag', 'a: !person x\n'],
    ['an indentation that does not fit', 'a:\n    b: 1\n  c: 2\n'],
  ])('refuses %s and gives no value', (_, text) => {
    const source = parseYaml('a.yaml', text);
    expect(source.faults.map(({ fault }) => fault.code)).toContain('yaml-syntax');
    expect(source.value).toBeUndefined();
  });

  it('refuses anchors that grow without end', () => {
    const layers = [...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`);
    expect(faults(['a: &a [x]', ...layers].join('\n'))).toEqual(['1 unreadable-file']);
  });

  it('says one fault a line, not every stumble over it', () => {
    const lines = faults('a: "b\nc: [}\nd: ]\n').map((fault) => fault.split(' ')[0]);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('the line of a path', () => {
  const source = parseYaml(
    'a.yaml',
    [
      '# comment',
      'title: A',
      'rows:',
      '  - id: R1',
      '    cites:',
      '      - a.b',
      '      - c.d',
      '  - { id: R2, cites: [e.f] }',
      'note: >',
      '  long',
      '  text',
    ].join('\n'),
  );

  it.each([
    [['title'], 2],
    [['rows'], 3],
    [['rows', 0], 4],
    [['rows', 0, 'cites'], 5],
    [['rows', 0, 'cites', 1], 7],
    [['rows', 1, 'cites', 0], 8],
    [['note'], 9],
  ] as const)('of %j is %i', (path, line) => {
    expect(source.lineOf(path)).toBe(line);
  });

  it('of something missing is that of what it is missing from', () => {
    expect(source.lineOf(['rows', 1, 'deadline', 'value'])).toBe(8);
    expect(source.lineOf(['nowhere'])).toBe(2);
  });

  it('of an empty file is 1', () => {
    expect(parseYaml('a.yaml', '').lineOf(['title'])).toBe(1);
  });
});
