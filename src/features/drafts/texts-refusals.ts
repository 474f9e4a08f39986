import type { RefusalTexts } from '../../platform/index.ts';
import { placeLabel, stateLabels } from './texts.ts';
import { fromImportRefusals } from './texts-import.ts';
import { localRefusals } from './texts-local.ts';
import { remarkRefusals } from './texts-remarks.ts';
import { termRefusals } from './texts-term-refusals.ts';

/** What the fields of a decision are called in a sentence. */
const decisionFields: Readonly<Record<string, string>> = {
  body: 'beslutande organ',
  paragraph: 'paragraf',
  registry: 'diarienummer',
  approver: 'vem som godkände',
  decided: 'beslutsdag',
  on: 'dagen',
};

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** What is said when something about a working copy cannot be done. */
export const refusals: RefusalTexts = {
  ...termRefusals,
  ...localRefusals,
  ...fromImportRefusals,
  ...remarkRefusals,
  'draft-not-found': {
    status: 404,
    title: 'Arbetsversionen finns inte',
    detail: () => 'Det finns ingen arbetsversion här, eller så är den inte din att läsa.',
  },
  'draft-changed': {
    status: 409,
    title: 'Någon annan har ändrat',
    detail: ({ place }) =>
      `Det här har ändrats sedan du öppnade sidan: ${placeLabel(String(place))}. Det du skrev är kvar. Jämför med hur det står nu och spara igen.`,
  },
  'draft-not-in-state': {
    status: 409,
    title: 'Går inte i det här läget',
    detail: ({ state }) =>
      `Arbetsversionen är nu: ${stateLabels[String(state) as keyof typeof stateLabels]?.toLowerCase()}. Då går det inte.`,
  },
  'decision-begun': {
    status: 409,
    title: 'Beslut har börjat fattas',
    detail: () => 'Någon har redan beslutat om texten. Den kan tas tillbaka först om någon säger nej.',
  },
  'section-too-long': {
    status: 422,
    title: 'Avsnittet är för långt',
    detail: ({ most, signs }) =>
      `Ett avsnitt har högst ${String(most)} ${signs === true ? 'tecken' : 'meningar'}. Dela upp det i flera avsnitt. Det du skrev är kvar.`,
    at: () => '/lines',
  },
  'section-not-found': {
    status: 404,
    title: 'Avsnittet finns inte',
    detail: () => 'Avsnittet finns inte längre. Någon kan ha tagit bort det.',
  },
  'section-cited': {
    status: 409,
    title: 'Avsnittet används',
    detail: ({ places }) =>
      `Det här vilar på avsnittet: ${list(places).map(placeLabel).join(', ')}. Ändra det först, så att det pekar på en annan text.`,
  },
  'cadence-not-found': {
    status: 404,
    title: 'Återkomsten finns inte',
    detail: () => 'Den finns inte längre. Någon kan ha tagit bort den.',
  },
  'row-taken': {
    status: 409,
    title: 'Raden finns redan',
    detail: ({ row }) => `Det finns redan en rad som heter ${row}. Välj ett annat namn. Det du skrev är kvar.`,
    at: () => '/row',
  },
  'row-not-found': { status: 404, title: 'Raden finns inte', detail: () => 'Raden finns inte längre. Någon kan ha tagit bort den.' },
  'actor-not-found': {
    status: 422,
    title: 'Aktören finns inte',
    detail: ({ actor }) => `Matrisen har ingen aktör som heter ${actor}.`,
    at: () => '/actors',
  },
  'group-not-found': {
    status: 422,
    title: 'Rubriken finns inte',
    detail: ({ group }) => `Matrisen har ingen rubrik som heter ${group}.`,
    at: () => '/group',
  },
  'ends-before-it-begins': {
    status: 422,
    title: 'Dagarna är omvända',
    detail: () => 'Sista dagen ligger före den första.',
    at: () => '/to',
  },
  'label-taken': {
    status: 409,
    title: 'Beteckningen är upptagen',
    detail: ({ label }) => `Det finns redan en version som heter ${label}. Välj en annan beteckning.`,
    at: () => '/label',
  },
  'no-minor-way': {
    status: 422,
    title: 'Ingen väg för mindre ändringar',
    detail: () => 'Överenskommelsen säger inte vem som får besluta om mindre ändringar. Välj ny version.',
    at: () => '/class',
  },
  'agreement-not-found': { status: 404, title: 'Överenskommelsen finns inte', detail: () => 'Den finns inte i registret för ditt län.' },
  'version-not-found': { status: 404, title: 'Versionen finns inte', detail: () => 'Den versionen finns inte i registret.' },
  'outline-not-found': {
    status: 422,
    title: 'Dispositionen passar inte',
    detail: () => 'Välj en disposition som används i länet för den sortens överenskommelse.',
    at: () => '/outline',
  },
  'slug-taken': {
    status: 409,
    title: 'Adressen är upptagen',
    detail: ({ slug }) => `Det finns redan en överenskommelse med adressen ${slug}.`,
    at: () => '/slug',
  },
  'municipality-not-found': {
    status: 422,
    title: 'Kommunen är inte part',
    detail: () => 'Välj minst en kommun, bland dem som är parter i länets överenskommelse.',
    at: () => '/municipalities',
  },
  'nothing-to-approve': {
    status: 409,
    title: 'Inget att godkänna',
    detail: () => 'Din sida har redan godkänt det här, eller så är det inte ändrat.',
  },
  'not-your-decision': {
    status: 403,
    title: 'Inte ditt beslut att anteckna',
    detail: () => 'Varje parts registrator antecknar partens beslut, och den som sitter i ett gemensamt organ antecknar organets.',
  },
  'decision-incomplete': {
    status: 422,
    title: 'Något saknas i beslutet',
    detail: ({ field }) => `Fyll i ${decisionFields[String(field)] ?? 'det som saknas'}.`,
    at: ({ field }) => `/${field}`,
  },
  'extract-not-pdf': {
    status: 422,
    title: 'Utdraget är ingen PDF',
    detail: () => 'Skicka protokollsutdraget som PDF.',
    at: () => '/extract',
  },
  'extract-not-found': { status: 404, title: 'Utdraget finns inte', detail: () => 'Det finns inget sådant utdrag här.' },
  'step-not-found': {
    status: 404,
    title: 'Steget finns inte',
    detail: () => 'Steget finns inte, eller inte längre. Någon kan ha tagit bort det.',
  },
  'wrong-order': {
    status: 409,
    title: 'Fel ordning',
    detail: () => 'Steget före är inte klart. Besluten tas i den ordning som överenskommelsen säger.',
  },
  'not-a-decider': {
    status: 409,
    title: 'Beslutar inte här',
    detail: () => 'Den parten eller det organet beslutar inte i det här steget.',
  },
  'already-decided': {
    status: 409,
    title: 'Redan antecknat',
    detail: () => 'Beslutet eller underskriften är redan antecknad och ändras inte.',
  },
  'decided-in-the-future': {
    status: 422,
    title: 'Dagen har inte varit',
    detail: () => 'Beslutsdagen kan inte ligga framåt i tiden.',
    at: () => '/on',
  },
  'decided-before-its-turn': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: ({ earliest }) => `Beslutsdagen kan tidigast vara ${earliest}, då steget före var klart.`,
    at: () => '/on',
  },
  'text-changed': {
    status: 409,
    title: 'Texten är en annan',
    detail: () => 'Texten är inte den som du läste. Läs den igen innan du skriver under.',
  },
  'seat-not-yours': {
    status: 403,
    title: 'Inte din plats',
    detail: () => 'Du har inte den platsen i organet, och kan inte skriva under för den.',
  },
  'seat-ended': {
    status: 403,
    title: 'Platsen är inte din längre',
    detail: () => 'Du hade platsen tidigare, men har den inte i dag. Underskriften är någon annans.',
  },
  'withdrawn-before-it-applies': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: ({ from }) => `Versionen gäller från ${from} och kan inte upphöra före det.`,
    at: () => '/on',
  },
  'withdrawn-before-published': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: ({ published }) => `Versionen publicerades ${published} och kan inte upphöra före det.`,
    at: () => '/on',
  },
  'not-a-later-decision': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: ({ on }) => `Ett beslut från ${on} är redan antecknat. Ett nytt beslut måste ha en senare dag.`,
    at: () => '/on',
  },
  'withdrawal-refused': {
    status: 409,
    title: 'Någon har sagt nej',
    detail: ({ names }) => `Versionen kan inte upphävas så länge det senaste beslutet är nej hos ${list(names).join(', ')}.`,
  },
  'withdrawal-not-decided': {
    status: 409,
    title: 'Alla har inte beslutat',
    detail: ({ names }) => `Det här saknas: beslut av ${list(names).join(', ')}.`,
  },
  'versions-overlap': {
    status: 409,
    title: 'Versionerna överlappar',
    detail: () => 'En annan version börjar gälla samma dag eller senare. Ändra från vilken dag texten ska gälla.',
  },
  'gates-closed': {
    status: 409,
    title: 'Mer återstår',
    detail: () => 'Något återstår innan texten kan lämnas för beslut. Listan visar vad.',
  },
  'no-way-to-decision': {
    status: 409,
    title: 'Beslutsgången saknas',
    detail: () => 'Överenskommelsen säger inte hur den beslutas. Skriv det först.',
  },
};
