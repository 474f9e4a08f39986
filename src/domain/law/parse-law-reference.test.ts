import { describe, expect, test } from 'vitest';
import { provisionKey, sourceId } from './citation.ts';
import { law } from './given-law.ts';
import { parseLawReference } from './parse-law-reference.ts';

function line(text: string): string | undefined {
  const citation = parseLawReference(text, law);
  if (!citation) return undefined;
  const { source, provisions } = citation;
  return [source.kind === 'name' ? source.name : sourceId(source.series, source.number), ...provisions.map(provisionKey)].join(' | ');
}

describe('a reference of a data file', () => {
  test.each<[string, string]>([
    ['SoL 2025:400 10:8-9', '2025:400 | 10:8 | 10:9'],
    ['SoL 2025:400 11:1, 13:10', '2025:400 | 11:1 | 13:10'],
    ['SoL 20:1-3', 'SoL | 20:1 | 20:2 | 20:3'],
    ['HSL 16:4', 'HSL | 16:4'],
    ['LSS 9 § 1', 'LSS | 9'],
    ['LVM 15', 'LVM | 15'],
    ['LVM 6-7', 'LVM | 6 | 7'],
    ['LPT 7 a', 'LPT | 7 a'],
    ['LSS 1993:387 7', '1993:387 | 7'],
    ['HSLF-FS 2016:40 4:9', 'HSLF-FS 2016:40 | 4:9'],
    ['HSLF-FS 2016:1', 'HSLF-FS 2016:1'],
    ['1976:511', '1976:511'],
    ['2017:612 4:3', '2017:612 | 4:3'],
    ['Prop. 2012/13:77', 'Prop. 2012/13:77'],
    [' SoL 19:1 ', 'SoL | 19:1'],
  ])('%j is read', (text, expected) => {
    expect(line(text)).toBe(expected);
  });

  test.each(['', 'SoL 27:6; PSL 3:5', 'se SoL 19:1', 'SoL 19:1 och annat', '14 kap. 1 §', 'okänd lag 3', 'LVM 15 personer'])(
    '%j is refused',
    (text) => {
      expect(line(text)).toBeUndefined();
    },
  );
});
