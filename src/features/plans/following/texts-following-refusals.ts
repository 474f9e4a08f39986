import type { RefusalTexts } from '../../../platform/index.ts';

/** Why a plan is not followed up or closed as somebody wanted. */
export const followingRefusals: RefusalTexts = {
  'plan-to-close': {
    status: 409,
    title: 'Planen ska avslutas',
    detail: () => 'Personen har tagit tillbaka sitt ja till planen. Då fortsätter den inte. Välj att avsluta.',
    at: () => '/outcome',
  },
  'plan-not-established': { status: 409, title: 'Planen är inte upprättad', detail: () => 'En plan följs upp när den har upprättats.' },
  'follow-up-in-future': {
    status: 422,
    title: 'Dagen har inte varit än',
    detail: () => 'Skriv den dag då ni följde upp planen.',
    at: () => '/on',
  },
  'follow-up-before-plan': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: () => 'Planen var inte upprättad den dagen. Skriv en senare dag.',
    at: () => '/on',
  },
  'evaluation-missing': {
    status: 422,
    title: 'Alla mål och insatser är inte bedömda',
    detail: () => 'Säg hur det gick med varje mål och varje insats. Är det för tidigt att säga, välj det.',
    at: () => '/evaluations',
  },
  'evaluation-of-nothing': {
    status: 422,
    title: 'Målet eller insatsen finns inte i planen',
    detail: () => 'Planen har ändrats sedan du öppnade sidan. Öppna den på nytt.',
    at: () => '/evaluations',
  },
  'next-follow-up-missing': {
    status: 422,
    title: 'Nästa dag saknas',
    detail: () => 'En plan som fortsätter har alltid en ny dag för uppföljning. Skriv den.',
    at: () => '/next',
  },
  'next-follow-up-not-later': {
    status: 422,
    title: 'Välj en senare dag',
    detail: () => 'Nästa uppföljning är efter i dag.',
    at: () => '/next',
  },
  'follow-up-absence-words-missing': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför personen inte var med.',
    at: () => '/whyNot',
  },
  'closing-is-coordinators': {
    status: 403,
    title: 'Bara samordnaren avslutar planen',
    detail: () => 'Be samordnaren eller ersättaren avsluta den. Har ingen utsetts gör de som leder planen det.',
  },
  'closing-reason-missing': { status: 422, title: 'Skälet saknas', detail: () => 'Välj varför planen avslutas.', at: () => '/reason' },
  'closing-needs-follow-up': {
    status: 422,
    title: 'Följ upp planen först',
    detail: () => 'Att målen är nådda eller att behovet är borta ser ni vid en uppföljning. Skriv ner den, och avsluta planen där.',
    at: () => '/reason',
  },
  'closing-words-missing': {
    status: 422,
    title: 'Skriv några ord',
    detail: () => 'Skälet behöver förklaras med några ord.',
    at: () => '/words',
  },
  'consent-not-withdrawn': {
    status: 422,
    title: 'Personen har inte tagit tillbaka sitt ja',
    detail: () => 'Skriv ner det under Samtycke först, om det är så.',
    at: () => '/reason',
  },
  'closing-is-by-withdrawal': {
    status: 422,
    title: 'Personen har tagit tillbaka sitt ja',
    detail: () => 'Då är det skälet till att planen avslutas.',
    at: () => '/reason',
  },
};
