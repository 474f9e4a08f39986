import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

const held = (recent: Recent<string, string>, keys: string) => [...keys].filter((key) => recent.find(key) !== undefined).join('');

test('what was asked for last is never more than fits, and what was asked for longest ago is forgotten first', () => {
  const recent = new Recent<string, string>(5, (value) => value.length);
  for (const key of 'abcde') recent.keep(key, 'x');
  recent.find('a');
  recent.keep('f', 'xx');
  expect(held(recent, 'abcdef')).toBe('adef');
  recent.keep('g', 'xxxxxx');
  expect(held(recent, 'abcdefg')).toBe('');
});

test('a key that is known keeps its value, and takes no more room', () => {
  const recent = new Recent<string, string>(4, (value) => value.length);
  for (let time = 0; time < 9; time++) recent.keep('a', 'x');
  recent.keep('b', 'xxx');
  expect([recent.find('a'), recent.find('b')]).toEqual(['x', 'xxx']);
});
