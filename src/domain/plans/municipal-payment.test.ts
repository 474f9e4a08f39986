import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenPlanning } from '../../../tests/given/planning.ts';
import { dischargeRules } from './discharge.ts';
import { municipalPayment, type PaymentFacts, paymentRule } from './municipal-payment.ts';

const { national, deadlines, jonkoping, dalarna, fjallmark } = givenPlanning;
const rules = dischargeRules(national, deadlines);
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`).toInstant();

/** By law, in a county that is known to have nothing of its own. */
const law: ReturnType<typeof paymentRule> = { rule: national.discharge.payment, doubts: [] };

const whole: PaymentFacts = {
  admitted: at('2026-11-01T10:00'),
  admissionNotice: at('2026-11-01T15:00'),
  dischargeReady: at('2026-11-09T10:00'),
  summons: at('2026-11-10T10:00'),
  openCareMissing: false,
  compulsory: false,
};
const payment = (facts: Partial<PaymentFacts> = {}, rule: ReturnType<typeof paymentRule> = law) => {
  const { pays, day, bars, doubts } = municipalPayment({ ...whole, ...facts }, rule, rules);
  return { pays, day: day?.toString(), bars, doubts };
};
/** The first day that the municipality pays after a notice sent then, with the summons the same minute. */
const dayAfter = (dischargeReady: string, rule = law) =>
  payment({ dischargeReady: at(dischargeReady), summons: at(dischargeReady) }, rule).day;

describe('the day from which the municipality pays, by law', () => {
  test.each([
    ['2026-11-09T00:00', '2026-11-12'],
    ['2026-11-09T11:59', '2026-11-12'],
    ['2026-11-09T12:00', '2026-11-12'],
    ['2026-11-09T12:00:01', '2026-11-13'],
    ['2026-11-09T12:01', '2026-11-13'],
    ['2026-11-09T23:59', '2026-11-13'],
  ])('is, for a notice sent on %s, %s: three days after, four when it was sent after 12', (sent, day) => {
    expect(dayAfter(sent)).toBe(day);
  });

  test.each([
    ['a Wednesday, though the day is a Saturday', '2026-11-11T09:00', '2026-11-14'],
    ['the Thursday before Midsummer', '2026-06-18T09:00', '2026-06-21'],
    ['the day before Christmas Eve', '2026-12-23T12:30', '2026-12-27'],
    ['the last of a year', '2026-12-31T08:00', '2027-01-03'],
    ['28 February of a leap year', '2028-02-28T08:00', '2028-03-02'],
  ])('is counted in calendar days after %s', (_, sent, day) => {
    expect(dayAfter(sent)).toBe(day);
  });

  test.each([
    ['the day before the clocks go forward', '2026-03-28T11:00:00Z', '2026-03-31'],
    ['the day they go forward, 11:59 by the clock', '2026-03-29T09:59:00Z', '2026-04-01'],
    ['the day they go forward, 12:01 by the clock', '2026-03-29T10:01:00Z', '2026-04-02'],
    ['the day they go back, 11:59 by the clock', '2026-10-25T10:59:00Z', '2026-10-28'],
    ['the day they go back, 12:01 by the clock', '2026-10-25T11:01:00Z', '2026-10-29'],
    ['an evening in Greenwich that is the next day here', '2026-11-09T23:30:00Z', '2026-11-13'],
  ])('goes by the clock in Sweden on %s', (_, sent, day) => {
    const dischargeReady = Temporal.Instant.from(sent);
    expect(payment({ dischargeReady, summons: dischargeReady })).toEqual({ pays: 'yes', day, bars: [], doubts: [] });
  });

  test.each([
    ['the notice of admission', { admissionNotice: undefined }, ['no-admission-notice']],
    ['the notice that somebody is ready', { dischargeReady: undefined }, ['no-discharge-ready']],
    ['the summons', { summons: undefined }, ['no-summons']],
    [
      'all three',
      { admissionNotice: undefined, dischargeReady: undefined, summons: undefined },
      ['no-admission-notice', 'no-discharge-ready', 'no-summons'],
    ],
  ])('never comes without %s', (_, facts, bars) => {
    expect(payment(facts)).toMatchObject({ pays: 'no', bars });
  });

  test('never comes when what is missing is the region’s own open care', () => {
    expect(payment({ openCareMissing: true })).toMatchObject({ pays: 'no', bars: ['open-care-missing'] });
  });

  test('never comes for somebody who went home before it', () => {
    expect(payment({ discharged: at('2026-11-11T23:59') })).toMatchObject({ pays: 'no', bars: ['discharged-before'], day: '2026-11-12' });
    expect(payment({ discharged: at('2026-11-12T08:00') })).toMatchObject({ pays: 'unknown', doubts: ['discharged-that-day'] });
    expect(payment({ discharged: at('2026-11-13T08:00') })).toMatchObject({ pays: 'yes', day: '2026-11-12' });
  });
});

describe('what is not known', () => {
  test('stays unknown, with the day that the rule would give', () => {
    expect(payment({ openCareMissing: undefined })).toEqual({
      pays: 'unknown',
      day: '2026-11-12',
      bars: [],
      doubts: ['open-care-unknown'],
    });
    expect(payment({ compulsory: true, summons: undefined })).toMatchObject({ pays: 'unknown', doubts: ['compulsory-care'] });
  });

  // Ready on Thursday the 12th: the last day of the summons is Sunday the 15th.
  test.each([
    ['2026-11-15T23:59', 'yes', []],
    ['2026-11-16T08:00', 'unknown', ['summons-on-holiday']],
    ['2026-11-17T08:00', 'unknown', ['summons-late']],
  ])('is what a summons does that was sent on %s', (summons, pays, doubts) => {
    expect(payment({ dischargeReady: at('2026-11-12T09:00'), summons: at(summons) })).toMatchObject({ pays, day: '2026-11-15', doubts });
  });

  test('is the day of a county whose own agreement has not been read, or that may have one', () => {
    expect(payment({}, paymentRule(national, jonkoping))).toMatchObject({
      pays: 'unknown',
      day: '2026-11-12',
      doubts: ['agreement-not-read'],
    });
    expect(payment({}, paymentRule(national, dalarna))).toMatchObject({ pays: 'unknown', doubts: ['agreement-unknown'] });
    expect(payment({}, paymentRule(national, undefined)).doubts).toEqual(['agreement-unknown']);
  });

  test('is never hidden behind a bar that will fall: a no tells its doubts too', () => {
    expect(payment({ summons: undefined }, paymentRule(national, jonkoping))).toMatchObject({ pays: 'no', doubts: ['agreement-not-read'] });
  });
});

describe('another day by agreement', () => {
  const own = paymentRule(national, fjallmark);

  test.each([
    ['2026-11-09T12:01', '2026-11-14'],
    ['2026-11-09T15:00', '2026-11-14'],
    ['2026-11-09T15:01', '2026-11-15'],
  ])('goes before the law: sent %s, from %s', (sent, day) => {
    expect(dayAfter(sent, own)).toBe(day);
    expect(own).toMatchObject({ rule: { basis: 'agreement' }, doubts: [] });
  });

  test('may have one number for the whole day', () => {
    const { 'late-after': _, 'late-days': __, ...rule } = own.rule;
    expect(dayAfter('2026-11-09T23:59', { rule, doubts: [] })).toBe('2026-11-14');
  });
});

test('whatever the minute, the day is three or four days after the notice, and four exactly when the clock had passed 12', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 800 });
  fc.assert(
    fc.property(minutes, (minute) => {
      const sent = at('2026-01-01T00:00').add({ minutes: minute });
      const { day, after } = municipalPayment({ ...whole, dischargeReady: sent, summons: sent }, law, rules);
      const here = sent.toZonedDateTimeISO('Europe/Stockholm');
      const past = here.hour > 12 || (here.hour === 12 && here.minute > 0);
      expect(after).toBe(past);
      expect(here.toPlainDate().until(day ?? here.toPlainDate(), { largestUnit: 'days' }).days).toBe(past ? 4 : 3);
    }),
    { numRuns: 2000 },
  );
});
