import { word } from '../../../history/happening-words.ts';
import { sv } from '../sv.ts';
import type { HappenedWords } from './happened.ts';

const duties = {
  overall: 'Vem som har ansvar för hela planen',
  coordinator: 'Vem som håller ihop planen',
  'follow-up': 'Dagen när ni ser hur det har gått',
  participation: 'Hur du har varit med',
};
const questions = {
  'make-plan': 'om planen får göras',
  'lift-secrecy': 'om vem som får veta vad',
  'invite-outside': 'om att bjuda in någon annan',
  'shared-documentation': 'om din journal',
};
const tasks = {
  requested: 'har fått en fråga',
  received: 'har läst frågan',
  accepted: 'har sagt ja',
  rejected: 'har sagt nej',
  cancelled: 'ska inte göra det längre',
  'in-progress': 'har börjat',
  'on-hold': 'har tagit paus',
  completed: 'är klar',
  failed: 'kunde inte göra det',
};
const summoned = {
  yes: 'kommer',
  'other-time': 'vill ha en ny tid',
  substitute: 'skickar någon annan',
  'wrong-receiver': 'ska inte vara med',
  no: 'kommer inte',
};

/** What has happened in the plan, in Swedish, as the individual reads it. */
export const svHappened: HappenedWords = {
  news: 'Nytt sedan du var här',
  since: (when) => `Du var här senast ${when}.`,
  all: 'Allt som har hänt',
  none: 'Inget har hänt än.',
  older: 'Visa äldre',
  latest: 'Visa det nyaste',
  of: {
    initiative: () => 'Någon såg att du behöver en plan.',
    assessment: ({ says }) =>
      says === 'needed' ? 'Någon har sagt att du behöver en plan.' : 'Någon har sagt att du inte behöver en plan.',
    text: ({ ref }) => `Ny text: ${word(sv.words.parts, ref, 'något om dig')}`,
    spoken: () => 'Någon som talar för dig har skrivit i planen.',
    party: ({ unit = 'En till' }) => `${unit} är med i planen.`,
    meeting: ({ says }) =>
      word(
        { set: 'Det finns en tid för ett möte.', 'called-off': 'Mötet blir inte av.', held: 'Ni har haft ett möte.' },
        says,
        'Mötet har ändrats.',
      ),
    attendance: () => 'Vilka som kom till mötet är skrivet.',
    notes: () => 'Det finns ord från mötet.',
    called: ({ unit, name }) => `${unit ?? name ?? 'Någon'} har fått frågan om att komma till mötet.`,
    answer: ({ unit, name, says }) => `${name ?? unit ?? 'Någon'} ${word(summoned, says, 'har svarat')}.`,
    goal: ({ dropped, name }) => (dropped ? 'Ett mål är borta.' : `Mål: ${name ?? 'finns inte kvar'}`),
    measure: ({ dropped, name }) => (dropped ? 'En sak ska inte göras längre.' : `Det som ska göras: ${name ?? 'finns inte kvar'}`),
    duty: ({ ref }) => `${word(duties, ref, 'Vem som gör vad')} är sagt på nytt.`,
    'change-answer': ({ says, name, ref }) =>
      `${word({ approved: 'Ja från dig', objects: 'Nej från dig', commented: 'Ord från dig', 'not-asked': 'Du har inte fått frågan' }, says, 'Svar från dig')}: ${name ?? word(duties, ref, 'något som inte finns kvar')}`,
    sheet: () => 'Det finns något nytt skrivet om planen.',
    adjustment: ({ unit = 'Någon' }) => `${unit} står bakom planen.`,
    task: ({ says, unit = 'Någon', name }) => `${unit} ${word(tasks, says, 'har svarat')}${name ? `: ${name}` : '.'}`,
    'follow-up': () => 'Ni har pratat om hur det har gått.',
    'own-view': ({ name }) => `Du har sagt hur det går: ${name ?? 'något som inte finns kvar'}`,
    consent: ({ ref, says }) =>
      `Svar ${word(questions, ref, 'om vad andra får göra')}: ${word({ given: 'ja', partly: 'ja, till en del', declined: 'nej', cannot: 'kan inte svara nu' }, says, '')}`,
    withdrawal: ({ ref }) => `Ett svar ${word(questions, ref, 'om vad andra får göra')} är taget tillbaka.`,
    disclosure: ({ unit = 'Någon' }) => `${unit} får läsa delar av planen. Lagen tillåter det.`,
    'disclosure-ended': ({ unit = 'Någon' }) => `${unit} får inte längre läsa genom lagen.`,
    'disclosure-reviewed': ({ says }) =>
      says === 'right' ? 'Någon har sett efter: det var rätt att dela.' : 'Någon har sett efter: det var fel att dela.',
    copy: ({ number, unit, says }) =>
      says === 'withheld' ? `${unit ?? 'Du'} fick inte version ${number}.` : `${unit ?? 'Du'} har fått version ${number} av planen.`,
    'copy-received': ({ number, unit }) => `${unit ?? 'Du'} har öppnat version ${number}.`,
    'copy-annulled': ({ number, unit }) => `Version ${number} är stängd för ${unit ?? 'dig'}. Något blev fel.`,
    speaker: () => 'Vem som talar för dig har ändrats.',
    'hand-over': ({ unit = 'Någon' }) => `${unit} har fått frågan om att ha ansvar för hela planen.`,
    'hand-over-answer': ({ says, unit = 'Någon' }) =>
      word(
        { accepted: `${unit} har nu ansvar för hela planen.`, declined: `${unit} sa nej till att ha ansvar för hela planen.` },
        says,
        'Frågan om hela planen är borta.',
      ),
    'closing-wish': ({ says }) => (says === 'wants' ? 'Du har sagt att du vill avsluta planen.' : 'Du har sagt att du vill fortsätta.'),
    survey: ({ says }) => (says === 'individual' ? 'Du har fått en kod till frågor om mötet.' : 'De som var med har fått frågor om mötet.'),
    version: ({ number }) => `Planen är klar. Det är version ${number}.`,
    closing: () => 'Planen är slut.',
    notification: () => 'Någon har gjort något som lagen kräver.',
  },
};
