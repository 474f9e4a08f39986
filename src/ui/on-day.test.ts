import { describe, expect, it } from 'vitest';
import { keeping, onDay } from './on-day.ts';

describe('an address on a day', () => {
  it('has the day before the fragment and after what it has already', () => {
    expect(onDay('/avtal/x', '2024-06-30')).toBe('/avtal/x?datum=2024-06-30');
    expect(onDay('/avtal/x#a.b', '2024-06-30')).toBe('/avtal/x?datum=2024-06-30#a.b');
    expect(onDay('/lagrum?avtal=x#a', '2024-06-30')).toBe('/lagrum?avtal=x&datum=2024-06-30#a');
  });

  it('is left as it is for today', () => {
    expect(onDay('/avtal/x?version=1#a', undefined)).toBe('/avtal/x?version=1#a');
  });

  it('keeps a version whatever its label is', () => {
    expect(keeping('/avtal/x#a', { version: '1&2 å', datum: '2024-06-30' })).toBe('/avtal/x?version=1%262%20%C3%A5&datum=2024-06-30#a');
  });
});
