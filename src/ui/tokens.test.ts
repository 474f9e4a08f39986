import { describe, expect, it } from 'vitest';
import { type Pair, pairs, tokens } from './tokens.ts';

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const cases = (['light', 'dark'] as const).flatMap((theme) => pairs.map((pair: Pair) => ({ theme, ...pair })));

describe('the theme', () => {
  it('computes contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(cases)('has $fore on $back readable in the $theme theme', ({ theme, fore, back, least }) => {
    expect(contrast(tokens[fore][theme], tokens[back][theme])).toBeGreaterThanOrEqual(least);
  });

  it.each(['light', 'dark'] as const)('has a focus ring seen against every ground of the %s theme', (theme) => {
    for (const ground of ['paper', 'surface', 'sunken'] as const) {
      const best = Math.max(
        contrast(tokens.focus[theme], tokens[ground][theme]),
        contrast(tokens['on-focus'][theme], tokens[ground][theme]),
      );
      expect(best).toBeGreaterThanOrEqual(3);
    }
  });
});
