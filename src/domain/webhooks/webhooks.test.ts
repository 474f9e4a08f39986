import { describe, expect, test } from 'vitest';
import { addressFault } from './address.ts';
import { eventState } from './events.ts';
import { holdingSecrets } from './secrets.ts';

const at = (hours: number) => Temporal.Instant.from('2026-11-22T12:00:00Z').add({ hours });

describe('an address to be told at', () => {
  test.each([
    ['http://exempel.se/', 'not-https'],
    ['ftp://exempel.se/', 'not-https'],
    ['https://namn:ord@exempel.se/', 'has-login'],
    ['https://exempel.se/#a', 'has-fragment'],
    ['https://exempel.se:8443/', 'other-port'],
    ['exempel.se', 'no-address'],
    [`https://exempel.se/${'x'.repeat(500)}`, 'no-address'],
  ])('%s is refused: %s', (address, because) => {
    expect(addressFault(address, { inside: false })).toMatchObject({ code: 'webhook-address', params: { because } });
  });

  test('is one of https; where the installation allows what is inside, http and other ports too', () => {
    expect(addressFault('https://exempel.se/plan?a=1', { inside: false })).toBeUndefined();
    expect(addressFault('http://127.0.0.1:4999/', { inside: true })).toBeUndefined();
  });
});

describe('the secrets that hold', () => {
  const [first, second, third] = [{ at: at(0) }, { at: at(10) }, { at: at(20) }];
  test.each([
    ['before any is made', -1, []],
    ['when one is made', 0, [first]],
    ['to the last moment of the overlap', 33, [second, first]],
    ['and not after it', 34, [second]],
  ])('%s', (_, hours, holding) => {
    expect(holdingSecrets([first, second].toReversed(), at(hours))).toEqual(holding);
  });

  test('are all that were replaced less than a day ago', () => {
    expect(holdingSecrets([first, second, third], at(21))).toEqual([third, second, first]);
    expect(holdingSecrets([first, second, third], at(35))).toEqual([third, second]);
  });
});

test('an event that came through is delivered, whatever is found afterwards', () => {
  const none = { withheldAt: undefined, deliveredAt: undefined, givenUpAt: undefined };
  expect(eventState(none)).toBe('waiting');
  expect(eventState({ ...none, givenUpAt: at(0) })).toBe('given-up');
  expect(eventState({ ...none, withheldAt: at(0), givenUpAt: at(0) })).toBe('withheld');
  expect(eventState({ deliveredAt: at(0), withheldAt: at(1), givenUpAt: at(0) })).toBe('delivered');
});
