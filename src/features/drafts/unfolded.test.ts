import { describe, expect, test } from 'vitest';
import { approvedHref, savedHref } from './unfolded.ts';

describe('the page of a working copy after a save', () => {
  test.each([
    ['avsnitt/:section', '/x?klart=1&del=avsnitt'],
    ['ansvar/:row/tid', '/x?klart=1&del=ansvar'],
    ['malgrupp/innanfor', '/x?klart=1&del=villkor'],
    ['barn', '/x?klart=1'],
  ])('unfolds the part that led to %s', (path, href) => {
    expect(savedHref('/x', path)).toBe(href);
  });

  test('unfolds the part of what was approved, and none when it was of several', () => {
    expect(approvedHref('/x', ['section:syfte', 'section:mal'])).toBe('/x?klart=godkant&del=avsnitt');
    expect(approvedHref('/x', ['section:syfte', 'row:JA-01'])).toBe('/x?klart=godkant');
    expect(approvedHref('/x', [])).toBe('/x?klart=godkant');
  });
});
