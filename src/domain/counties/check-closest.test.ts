import { describe, expect, it } from 'vitest';
import { closest } from './check-closest.ts';

describe('the nearest name', () => {
  it.each([
    ['way-forwrad', 'way-forward'],
    ['hedaing', 'heading'],
    ['Sentences', 'sentences'],
    ['responsibilites', 'responsibilities'],
    ['cite', 'cites'],
  ])('of %s is %s', (word, meant) => {
    expect(closest(word, ['cites', 'heading', 'sentences', 'way-forward', 'responsibilities', 'conditions'])).toBe(meant);
  });

  it('is none when no name is near', () => {
    expect(closest('datum', ['from', 'to', 'label'])).toBeUndefined();
  });

  it('is none for a word so short that any other would do', () => {
    expect(closest('a9', ['a1', 'a2'])).toBeUndefined();
  });
});
