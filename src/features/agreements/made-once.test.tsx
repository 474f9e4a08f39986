import { describe, expect, test, vi } from 'vitest';
import { madeOnce } from './made-once.tsx';

describe('a part of a page', () => {
  test('is made once of a version, and once more of another or when something else is said of it', () => {
    const make = vi.fn((text: string) => <p>{text}</p>);
    const [version, other] = [{}, {}];
    for (const of of [version, version, other]) expect(String(madeOnce(of, 'facts', () => make('a')))).toBe('<p>a</p>');
    expect(make).toHaveBeenCalledTimes(2);
    expect(String(madeOnce(version, 'facts 2031', () => make('b')))).toBe('<p>b</p>');
    expect(String(madeOnce(version, 'facts', () => make('c')))).toBe('<p>a</p>');
  });

  test('is shown as it was made: what was escaped then is not escaped again, and nothing becomes markup', () => {
    const once = madeOnce({}, 'facts', () => <p>{'<b>&'}</p>);
    expect(String(<div>{once}</div>)).toBe('<div><p>&lt;b&gt;&amp;</p></div>');
  });

  test('is kept in so many ways that days without end take no room without end', () => {
    const version = {};
    const make = vi.fn(() => <p />);
    for (let day = 0; day < 1_000; day++) madeOnce(version, `dates ${day}`, make);
    madeOnce(version, 'dates 0', make);
    expect(make).toHaveBeenCalledTimes(1_001);
  });
});
