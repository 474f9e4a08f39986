import { word } from '../../../history/happening-words.ts';
import { fi } from '../fi.ts';
import type { HappenedWords } from './happened.ts';

const duties = {
  overall: 'Kuka vastaa koko suunnitelmasta',
  coordinator: 'Suunnitelman yhteyshenkilö',
  'follow-up': 'Päivä, jolloin katsotte, miten on mennyt',
  participation: 'Miten olet ollut mukana',
};
const questions = {
  'make-plan': 'siihen, saako suunnitelman tehdä',
  'lift-secrecy': 'siihen, kuka saa tietää mitäkin',
  'invite-outside': 'muiden kutsumista koskevaan kysymykseen',
  'shared-documentation': 'potilastietojasi koskevaan kysymykseen',
};
const tasks = {
  requested: 'on saanut kysymyksen',
  received: 'on lukenut kysymyksen',
  accepted: 'on sanonut kyllä',
  rejected: 'on sanonut ei',
  cancelled: 'ei enää tee sitä',
  'in-progress': 'on aloittanut',
  'on-hold': 'on tauolla',
  completed: 'on valmis',
  failed: 'ei pystynyt tekemään sitä',
};
const summoned = {
  yes: 'tulee',
  'other-time': 'haluaa toisen ajan',
  substitute: 'lähettää jonkun muun',
  'wrong-receiver': 'ei ole mukana',
  no: 'ei tule',
};

/** What has happened in the plan, in Finnish. */
export const fiHappened: HappenedWords = {
  news: 'Uutta viime käyntisi jälkeen',
  since: (when) => `Kävit täällä viimeksi ${when}.`,
  all: 'Kaikki, mitä on tapahtunut',
  none: 'Mitään ei ole vielä tapahtunut.',
  older: 'Näytä vanhemmat',
  latest: 'Näytä uusimmat',
  of: {
    initiative: () => 'Joku huomasi, että tarvitset suunnitelman.',
    assessment: ({ says }) =>
      says === 'needed' ? 'Joku on sanonut, että tarvitset suunnitelman.' : 'Joku on sanonut, ettet tarvitse suunnitelmaa.',
    text: ({ ref }) => `Uusi teksti: ${word(fi.words.parts, ref, 'jotain sinusta')}`,
    spoken: () => 'Joku, joka puhuu puolestasi, on kirjoittanut suunnitelmaan.',
    party: ({ unit = 'Vielä joku' }) => `${unit} on mukana suunnitelmassa.`,
    meeting: ({ says }) =>
      word({ set: 'Kokoukselle on aika.', 'called-off': 'Kokousta ei pidetä.', held: 'Kokous on pidetty.' }, says, 'Kokous on muuttunut.'),
    attendance: () => 'On kirjattu, ketkä tulivat kokoukseen.',
    notes: () => 'Kokouksesta on muistiinpanoja.',
    called: ({ unit, name }) => `${unit ?? name ?? 'Joku'} on pyydetty kokoukseen.`,
    answer: ({ unit, name, says }) => `${name ?? unit ?? 'Joku'} ${word(summoned, says, 'on vastannut')}.`,
    goal: ({ dropped, name }) => (dropped ? 'Yksi tavoite on poistettu.' : `Tavoite: ${name ?? 'sitä ei enää ole'}`),
    measure: ({ dropped, name }) => (dropped ? 'Yhtä asiaa ei enää tehdä.' : `Mitä tehdään: ${name ?? 'sitä ei enää ole'}`),
    duty: ({ ref }) => `${word(duties, ref, 'Kuka tekee mitäkin')}: sovittu uudelleen.`,
    'change-answer': ({ says, name, ref }) =>
      `${word({ approved: 'Sanoit kyllä', objects: 'Sanoit ei', commented: 'Kirjoitit', 'not-asked': 'Sinulta ei ole kysytty' }, says, 'Vastasit')}: ${name ?? word(duties, ref, 'asia, jota ei enää ole')}`,
    sheet: () => 'Suunnitelmasta on kirjoitettu jotain uutta.',
    adjustment: ({ unit = 'Joku' }) => `${unit} hyväksyy suunnitelman.`,
    task: ({ says, unit = 'Joku', name }) => `${unit} ${word(tasks, says, 'on vastannut')}${name ? `: ${name}` : '.'}`,
    'follow-up': () => 'Olette puhuneet siitä, miten on mennyt.',
    'own-view': ({ name }) => `Kerroit, miten menee: ${name ?? 'asia, jota ei enää ole'}`,
    consent: ({ ref, says }) =>
      `Vastaus ${word(questions, ref, 'siihen, mitä muut saavat tehdä')}: ${word({ given: 'kyllä', partly: 'kyllä, osittain', declined: 'ei', cannot: 'ei voi vastata nyt' }, says, '')}`,
    withdrawal: ({ ref }) => `Vastaus ${word(questions, ref, 'siihen, mitä muut saavat tehdä')} on peruttu.`,
    disclosure: ({ unit = 'Joku' }) => `${unit} saa lukea osia suunnitelmasta. Laki sallii sen.`,
    'disclosure-ended': ({ unit = 'Joku' }) => `${unit} ei enää saa lukea lain nojalla.`,
    'disclosure-reviewed': ({ says }) =>
      says === 'right' ? 'Joku on tarkistanut: tietojen kertominen oli oikein.' : 'Joku on tarkistanut: tietojen kertominen oli väärin.',
    copy: ({ number, unit, says }) =>
      says === 'withheld'
        ? `${unit ?? 'Sinulle'}: versiota ${number} ei lähetetty.`
        : `${unit ?? 'Sinulle'}: suunnitelman versio ${number} on lähetetty.`,
    'copy-received': ({ number, unit }) => `${unit ?? 'Sinä'}: versio ${number} on avattu.`,
    'copy-annulled': ({ number, unit }) => `Versio ${number} on suljettu: ${unit ?? 'sinä'}. Jokin meni vikaan.`,
    speaker: () => 'Puolestasi puhuva henkilö on vaihtunut.',
    'hand-over': ({ unit = 'Joku' }) => `${unit}: on kysytty, ottaako se vastuun koko suunnitelmasta.`,
    'hand-over-answer': ({ says, unit = 'Joku' }) =>
      word(
        { accepted: `${unit} vastaa nyt koko suunnitelmasta.`, declined: `${unit} ei halunnut vastata koko suunnitelmasta.` },
        says,
        'Kysymys koko suunnitelmasta on peruttu.',
      ),
    'closing-wish': ({ says }) =>
      says === 'wants' ? 'Olet sanonut, että haluat lopettaa suunnitelman.' : 'Olet sanonut, että haluat jatkaa.',
    survey: ({ says }) =>
      says === 'individual' ? 'Sait koodin kokousta koskeviin kysymyksiin.' : 'Mukana olleet saivat kysymyksiä kokouksesta.',
    version: ({ number }) => `Suunnitelma on valmis. Se on versio ${number}.`,
    closing: () => 'Suunnitelma on päättynyt.',
    notification: () => 'Joku on tehnyt sen, mitä laki vaatii.',
  },
};
