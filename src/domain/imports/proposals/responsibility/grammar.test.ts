import { describe, expect, test } from 'vitest';
import { valuesFor } from '../given-knowledge.ts';

const duties = (text: string) => valuesFor('responsibility', text);
const briefly = (text: string) => duties(text).map(({ actors, activity }) => `${actors.map(({ actor }) => actor).join('+')}: ${activity}`);

describe('who does what, by the grammar of the sentence and not by its verb', () => {
  test.each([
    ['Vårdcentralen ombesörjer provtagning.', 'primary-care: ombesörjer provtagning'],
    ['Båda huvudmännen utser en kontaktperson.', 'both: utser en kontaktperson'],
    ['Placeringen bekostas av hemkommunen.', 'municipality: Placeringen bekostas'],
    ['Drogtester tas på vårdcentralen.', 'primary-care: Drogtester tas'],
    ['Intyg utfärdas utan dröjsmål av regionens läkare.', 'region: Intyg utfärdas utan dröjsmål'],
    ['Det ingår i kommunens ansvar att erbjuda boende.', 'municipality: erbjuda boende'],
    ['Utredning av sjukdom är psykiatrins uppgift.', 'psychiatry: Utredning av sjukdom'],
    ['För hemsjukvård svarar kommunen.', 'municipality: hemsjukvård'],
    ['Regionen har att tillse att vård kan ges.', 'region: tillse att vård kan ges'],
    ['Sjukhuset underrättar den enskilde.', 'named: underrättar den enskilde'],
  ])('reads the one who acts and the task in “%s”', (text, expected) => {
    expect(briefly(text)).toEqual([expected]);
  });

  test.each([
    ['När behandlingen avslutas kallar psykiatrin till möte.', 'När behandlingen avslutas'],
    ['Uppstår behov av vård skall regionen ta emot.', 'Uppstår behov av vård'],
    ['Regionen underrättar kommunen så snart utskrivning är aktuell.', 'så snart utskrivning är aktuell'],
    ['Planen upprättas av regionen när den enskilde har insatser.', 'när den enskilde har insatser'],
  ])('keeps the condition apart from the task in “%s”', (text, when) => {
    expect(duties(text).map((one) => one['conditions-text'])).toEqual([when]);
  });

  test('gives each clause its own actor where two are set against each other', () => {
    expect(briefly('Regionen ansvarar för medicin, medan kommunen tar hand om boendet.')).toEqual([
      'region: medicin',
      'municipality: tar hand om boendet',
    ]);
  });

  test('takes the one who does it, and not the one to whom it is done', () => {
    expect(briefly('Regionen ska informeras av kommunen.')).toEqual(['municipality: Regionen ska informeras']);
    expect(briefly('Drogtester görs på begäran av socialtjänsten.')).toEqual([]);
  });

  test('reads the time allowed after the one who acts', () => {
    expect(duties('Ansökan prövas av socialnämnden inom fyra veckor.')[0]?.deadline).toBe('inom fyra veckor');
  });

  test.each([
    'Överenskommelsen följs upp av regionen.',
    'Avtalet godkänns av kommunen.',
    'I varje kommun ska det finnas kunskap.',
    'Kommunen tecknar en lokal överenskommelse.',
    'Regionen är stor.',
    'Vård som bedrivs av regionen är god.',
  ])('reads no duty in “%s”', (text) => {
    expect(briefly(text)).toEqual([]);
  });
});

describe('tables in words', () => {
  test('make each cell below an actor a duty of that actor', () => {
    const text = '| Område | Regionen | Kommunen |\n| --- | --- | --- |\n| Anhöriga | erbjuder samtal | driver grupper |\n';
    expect(briefly(text)).toEqual(['region: erbjuder samtal', 'municipality: driver grupper']);
  });

  test('make each row that says who a duty, with its time', () => {
    const [duty, ...others] = duties('| Vad | Vem | När |\n| --- | --- | --- |\n| Kalla till möte | Socialtjänsten | Inom två veckor |\n');
    expect(others).toEqual([]);
    expect(duty).toMatchObject({ activity: 'Kalla till möte', 'conditions-text': 'Inom två veckor', deadline: 'Inom två veckor' });
  });

  test('are left alone when nobody the vocabulary knows has a column', () => {
    expect(briefly('| Månad | Antal möten |\n| --- | --- |\n| Januari | många möten |\n')).toEqual([]);
  });
});
