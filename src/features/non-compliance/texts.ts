import type { BodyState, NoticeState } from '../../domain/non-compliance/process.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatList } from '../../ui/index.ts';

export const stateLabels: Record<NoticeState, string> = { open: 'Väntar på svar', answered: 'Besvarad', withdrawn: 'Återtagen' };
export const bodyStateLabels: Record<BodyState, string> = { sent: 'Skickad', received: 'Mottagen', answered: 'Besvarad' };

const NO_ORDER = 'Avtalet säger inte att en part kan påtala brister skriftligt till ett visst organ.';

export const orderTexts = {
  title: 'När någon inte följer avtalet',
  titleOf: (short: string) => `När någon inte följer avtalet: ${short}`,
  lead: (bodies: readonly string[], hasSteps: boolean) => {
    if (bodies.length > 0) return `En part som tycker att en annan inte följer avtalet påtalar det skriftligt till ${formatList(bodies)}.`;
    return hasSteps ? 'Ta upp det steg för steg, så här. Gå vidare till nästa steg om ni inte kommer överens.' : NO_ORDER;
  },
  noOrder: NO_ORDER,
  ladderOf: (title: string) => `${title}, steg för steg`,
  noLadder: 'Avtalet har ingen trappa för avvikelser eller tvister heller. Ta upp det med den andra parten.',
  text: 'Det här säger avtalet',
  case: 'Gäller det en enskild händelse är det en avvikelse i samverkan, och går en annan väg.',
  columns: ['Steg', 'Vem'],
  pointOut: 'Påtala en brist',
  list: 'Det som är påtalat',
  register: 'Avtal',
};

export const listTexts = {
  title: 'Påtalade brister',
  lead: 'När en part påtalar skriftligt att en annan inte följer avtalet. Du ser det som rör din organisation eller ett organ som du sitter i.',
  columns: ['Vad', 'Vem påtalar', 'Avtal', 'Läge'],
  caption: 'Påtalade brister',
  empty: { heading: 'Inget är påtalat', text: 'Det som rör dig visas här.' },
  orders: 'Så säger avtalen',
  order: (short: string, bodies: readonly string[]) =>
    bodies.length > 0 ? `${short}: till ${formatList(bodies)}` : `${short}: ingen sådan ordning`,
};

export const lackTexts = {
  lead: (party: string, about: readonly string[]) => `${party} påtalar att ${formatList(about)} inte följer avtalet.`,
  facts: { about: 'Vem det gäller', what: 'Vad som brister', clauses: 'Det i avtalet som inte följs', agreement: 'Avtal', on: 'Påtalad' },
  bodies: 'Vad organen har svarat',
  bodyColumns: ['Organ', 'Läge', 'När'],
  answers: 'Svar',
  answerOf: (body: string) => `Svar från ${body}`,
  noAnswers: 'Inget organ har svarat än.',
  contact: 'Det här säger avtalet också',
  receive: 'Vi har tagit emot den',
  answer: 'Svara',
  withdraw: 'Ta tillbaka',
  done: 'De som berörs ser det nu.',
};

export const formTexts = {
  title: 'Påtala en brist',
  lead: (bodies: readonly string[]) =>
    `Det går till ${formatList(bodies)}. Den part som det gäller får också veta. Skriv inget om enskilda personer.`,
  submit: 'Påtala bristen',
  fields: {
    about: 'Vilken part gäller det?',
    rows: 'Vilka ansvar följs inte?',
    sections: 'Vilka delar av texten följs inte?',
    sectionsHint: 'Välj minst ett ansvar eller en del av texten.',
    title: 'Kort rubrik',
    what: 'Vad är det som brister, sedan när, och vad vill ni ska hända?',
  },
  receive: {
    title: 'Ta emot det påtalade',
    lead: 'Du svarar för organet. Parterna ser att det är mottaget.',
    submit: 'Vi har tagit emot den',
  },
  answer: {
    title: 'Svara på det påtalade',
    lead: 'Du svarar för organet. Parterna läser svaret.',
    answer: 'Organets svar',
    submit: 'Svara',
  },
  withdraw: { title: 'Ta tillbaka det påtalade', lead: 'De som berörs får veta. Texten finns kvar att läsa.', submit: 'Ta tillbaka' },
};

export const awaitedTexts = { answer: (title: string) => `Ta emot och besvara en påtalad brist: ${title}` };

/** What is said when something about a lack that was pointed out cannot be done. */
export const refusals: RefusalTexts = {
  'lack-not-found': {
    status: 404,
    title: 'Den finns inte',
    detail: () => 'Det finns inget påtalat här, eller så är det inte ditt att läsa.',
  },
  'agreement-not-found': {
    status: 404,
    title: 'Avtalet finns inte här',
    detail: () => 'Det finns inget sådant avtal i registret. Kontrollera adressen.',
  },
  'not-a-party-of-it': {
    status: 403,
    title: 'Bara parter påtalar brister',
    detail: () => 'Din organisation är inte part i avtalet.',
  },
  'no-notice-of-lack': {
    status: 422,
    title: 'Avtalet har ingen sådan ordning',
    detail: () => 'Avtalet säger inte vart en brist påtalas skriftligt. Följ avtalets trappa i stället.',
  },
  'about-missing': {
    status: 422,
    title: 'Välj vem det gäller',
    detail: () => 'Välj minst en annan part i avtalet.',
    at: () => '/about',
  },
  'clause-missing': {
    status: 422,
    title: 'Välj vad som inte följs',
    detail: () => 'Välj minst ett ansvar eller en del av texten.',
    at: () => '/rows',
  },
  'clause-not-found': {
    status: 422,
    title: 'Den delen finns inte',
    detail: ({ clause }) => `Avtalet har ingen del som heter ${String(clause)}. Välj bland dem som visas.`,
    at: () => '/rows',
  },
  'lack-not-in-state': {
    status: 409,
    title: 'Går inte i det här läget',
    detail: ({ state }) => `Läget är nu: ${stateLabels[String(state) as NoticeState]?.toLowerCase()}. Då går det inte.`,
  },
  'body-not-in-state': {
    status: 409,
    title: 'Det är redan gjort',
    detail: ({ state }) =>
      `För ditt organ är läget: ${bodyStateLabels[String(state) as BodyState]?.toLowerCase()}. Någon kan ha hunnit före.`,
  },
  'not-asked-body': {
    status: 409,
    title: 'Det gick inte till ditt organ',
    detail: () => 'Bara de organ som avtalet nämner tar emot och svarar.',
  },
};

/** What the fictional party of the demonstration points out, and what a body answers. */
export const seedTexts = {
  first: {
    title: 'Tider för avgiftning ges inte som avtalet säger',
    what: 'Sedan i augusti har personer väntat i flera veckor. Vi vill att regionen redovisar hur den tänker klara ansvaret från årsskiftet.',
  },
  later: {
    title: 'Rådgivningen om avgiftning har slutat svara',
    what: 'Sedan i november svarar ingen på numret som parterna har kommit överens om. Vi vill ha ett nytt nummer och en tid för när det svarar.',
  },
  answer: 'Vi tar upp frågan på nästa möte och ber regionen om en redovisning innan dess.',
};
