import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate } from '../../ui/formats.ts';
import { stateLabels } from './texts.ts';

/** What is said when something about a consultation cannot be done. */
export const refusals: RefusalTexts = {
  'round-not-found': {
    status: 404,
    title: 'Remissen finns inte',
    detail: () => 'Det finns ingen remiss här, eller så är den inte din att läsa.',
  },
  'round-not-in-state': {
    status: 409,
    title: 'Går inte i det här läget',
    detail: ({ state }) => `Remissen är nu: ${stateLabels[String(state) as keyof typeof stateLabels]?.toLowerCase()}. Då går det inte.`,
  },
  'comments-unanswered': {
    status: 409,
    title: 'Synpunkter saknar svar',
    detail: ({ count }) =>
      Number(count) === 1 ? 'En synpunkt väntar på svar.' : `Det finns ${String(count)} synpunkter som väntar på svar.`,
  },
  'round-still-runs': {
    status: 409,
    title: 'Remissen pågår',
    detail: ({ lastDay }) => `Den som är tillfrågad kan svara till och med ${formatDate(String(lastDay))}.`,
  },
  'round-answered': {
    status: 409,
    title: 'Någon har svarat',
    detail: () => 'En remiss kan bara återkallas så länge ingen har svarat. Nu behöver den avslutas i stället.',
  },
  'not-asked': {
    status: 403,
    title: 'Du är inte tillfrågad',
    detail: () => 'Bara den som svarar för en av de tillfrågade kan svara här.',
  },
  'personal-number-in-text': {
    status: 422,
    title: 'Ett personnummer står i texten',
    detail: () => 'Det ser ut att stå ett personnummer i texten. Synpunkter blir allmänna handlingar. Ta bort numret och skicka igen.',
    at: () => '/text',
  },
  'comment-not-found': { status: 404, title: 'Synpunkten finns inte', detail: () => 'Den hör inte till den här remissen.' },
  'place-not-found': {
    status: 422,
    title: 'Platsen finns inte',
    detail: () => 'Den delen av texten är inte med i remissen. Välj en mening eller ett avsnitt som är det.',
    at: () => '/place',
  },
  'section-not-found': {
    status: 422,
    title: 'Avsnittet finns inte',
    detail: () => 'Något av avsnitten finns inte längre i texten. Ladda om sidan och välj om.',
    at: () => '/sections',
  },
  'has-remarked': {
    status: 409,
    title: 'Ni har lämnat synpunkter',
    detail: () => 'Ni har redan lämnat synpunkter, så det går inte att säga att ni inget har att erinra.',
  },
  'has-not-remarked': {
    status: 409,
    title: 'Ni har inga synpunkter',
    detail: () => 'Ni har inte lämnat någon synpunkt ännu. Har ni inga, svara att ni inget har att erinra.',
  },
  'reason-missing': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför. Den som lämnade synpunkten ska få veta det.',
    at: () => '/reason',
  },
  'disposition-changed': {
    status: 409,
    title: 'Någon annan har svarat',
    detail: () => 'Någon annan har svarat på synpunkten sedan du öppnade sidan. Det du skrev är kvar. Jämför och spara igen.',
  },
  'came-in-the-future': {
    status: 422,
    title: 'Dagen har inte kommit',
    detail: () => 'Dagen då svaret kom kan inte ligga framåt i tiden.',
    at: () => '/cameOn',
  },
  'receiver-not-found': {
    status: 422,
    title: 'Mottagaren finns inte',
    detail: () => 'Någon av dem finns inte i länets register i dag. Välj om.',
    at: () => '/receivers',
  },
  'nobody-asked': {
    status: 422,
    title: 'Ingen är tillfrågad',
    detail: () => 'Välj någon att fråga, eller låt alla läsa förslaget.',
    at: () => '/receivers',
  },
  'not-more-time': {
    status: 422,
    title: 'Dagen ger inte mer tid',
    detail: ({ lastDay }) => `Sista dagen är redan ${formatDate(String(lastDay))}. Välj en senare dag.`,
    at: () => '/lastDay',
  },
  'came-before-sent': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: ({ openedOn }) => `Remissen skickades ${formatDate(String(openedOn))}. Ett svar på den kan inte ha kommit innan dess.`,
    at: () => '/cameOn',
  },
  'last-day-passed': {
    status: 422,
    title: 'Dagen har gått',
    detail: () => 'Den sista dagen att svara kan inte vara en dag som har gått.',
    at: () => '/lastDay',
  },
  'last-day-too-far': {
    status: 422,
    title: 'Dagen är för långt fram',
    detail: ({ lastDay }) => `En remiss pågår högst ett år. Välj en dag senast ${formatDate(String(lastDay))}.`,
    at: () => '/lastDay',
  },
};
