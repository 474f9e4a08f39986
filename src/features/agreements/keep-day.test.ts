import { describe, expect, test } from 'vitest';
import type { Kept } from '../../ui/index.ts';
import { joinKeeping, piecesOf } from './keep-day.ts';

const html =
  '<a href="/avtal/a/ansvar#A-1">A-1</a> <a href="/lagrum?x=1#sfs-1">1 §</a> <a href="#b.a1">¶</a> <a href="https://x.example/">x</a>';
const linksKeeping = (text: string, kept: Kept) => joinKeeping(piecesOf(text, 'a'), kept);

describe('the text of an agreement', () => {
  test('is left as it is today, in the version of the day', () => {
    expect(linksKeeping(html, {})).toBe(html);
  });

  test('leads to the day that was asked about, and to the version that is read, and leaves other places alone', () => {
    expect(linksKeeping(html, { datum: '2024-06-30', version: '1&2' })).toBe(
      '<a href="/avtal/a/ansvar?version=1%262&amp;datum=2024-06-30#A-1">A-1</a> <a href="/lagrum?x=1&amp;datum=2024-06-30#sfs-1">1 §</a> <a href="#b.a1">¶</a> <a href="https://x.example/">x</a>',
    );
  });

  test('never takes the version along to another agreement', () => {
    expect(linksKeeping('<a href="/avtal/ab/ansvar#B-1">', { version: '1' })).toBe('<a href="/avtal/ab/ansvar#B-1">');
    expect(linksKeeping('<a href="/avtal/a#B-1">', { version: '1' })).toBe('<a href="/avtal/a?version=1#B-1">');
  });
});
