import type { Practice } from '../../domain/counties/local-practice.ts';

/** The words that a new agreement begins with, until its writers change them. */
export const writingTexts = {
  newAgreement: {
    source: 'Arbetsversion, inte beslutad',
    adoption: 'Varje part beslutar i sitt eget beslutande organ.',
  },
};

/** What the fictional working copies of the demonstration say of themselves. */
export const seedTexts = {
  written: 'Arbete 1',
  submitted: 'Förslag 1',
  table: {
    heading: 'Vem gör vad, som tabell (påhittat)',
    lines: [
      'Tabellen visar vem som gör vad i korthet. (Påhittat.)',
      '| Insats | Regionen | Kommunen |',
      '| Stöd i hemmet | | Ansvarar |',
      '| Läkarbedömning | Ansvarar | |',
      '| Gemensam planering | Ansvarar | Ansvarar |',
    ],
  },
  fenced: ['Syfte', 'Mål', 'Parter', 'Ansvarsfördelning'],
  children: 'Varje ansvar är prövat: barn som själva har svårigheter och barn som är närstående. (Påhittat.)',
  influence: 'Två möten med länets brukarråd, som fick utkastet i förväg och svar på varje synpunkt. (Påhittat.)',
};

/** What stands in a place now, beside what somebody else was writing there. */
export const nowTexts = {
  heading: 'Så står det nu',
  lead: 'Någon annan har sparat medan du skrev. Här är det som skiljer sig. Det du skrev står kvar i formuläret. Sparar du igen är det din text som gäller.',
  same: 'Någon annan har sparat medan du skrev, och har skrivit samma sak som du.',
  nothing: 'Inget',
};

/** What the fictional local agreement of the demonstration says. Every text says that it is invented. */
export const seedLocalTexts = {
  title: (place: string) => `Lokal överenskommelse i ${place} (påhittad)`,
  summary: (place: string) => `Hur kommunen och regionen gör i ${place}, av vem och när. Påhittad för demonstrationen.`,
  sentence: (heading: string) => `${heading}: så gör vi hos oss. (Påhittat.)`,
  followUp: 'Vi följer upp överenskommelsen varje år. (Påhittat.)',
  body: 'Nämnden (påhittat)',
  registry: 'PÅHITTAT 2026/12',
  children: 'Barnens sida är prövad i varje del. (Påhittat.)',
  influence: 'Brukarrådet var med i två samtal. (Påhittat.)',
  somebody: 'Den lokala arbetsgruppen',
  answer: 'Vi har gått igenom frågan tillsammans och skrivit ned vad som ska göras. (Påhittat.)',
  ways: [
    {
      how: 'Vi ringer varandra samma dag och bokar ett möte tillsammans med personen. (Påhittat.)',
      when: 'Inom en vecka',
      status: 'ongoing',
    },
    {
      how: 'En namngiven kontakt i varje verksamhet tar emot frågor. (Påhittat.)',
      when: 'Varje vardag',
      until: '2026-09-30',
      status: 'not-begun',
    },
    {
      how: 'Vi träffas i ett gemensamt forum och går igenom vad som återstår. (Påhittat.)',
      when: 'Första tisdagen i månaden',
      evidence: { title: 'Minnesanteckningar (påhittade)' },
      status: 'done',
    },
  ] satisfies Omit<Practice, 'by'>[],
};

/** What the fictional file of the demonstration is called, and the agreement that was made of it. */
export const seedImportTexts = {
  title: 'Överenskommelse om sysselsättning (påhittad)',
};
