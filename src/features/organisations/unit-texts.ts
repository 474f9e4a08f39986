import type { OrganisationKind } from '../../domain/access/roles.ts';
import type { SeatPosition } from '../../domain/organisations/seat.ts';
import type { UnitContact } from '../../domain/organisations/unit.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate } from '../../ui/formats.ts';

export const organisationKindTexts: Record<OrganisationKind, string> = {
  region: 'Region',
  municipality: 'Kommun',
  'private-provider': 'Privat utförare',
  'user-organisation': 'Brukarorganisation',
};

export const seatPositionTexts: Record<SeatPosition, string> = {
  chair: 'Ordförande',
  'vice-chair': 'Vice ordförande',
  member: 'Ledamot',
  deputy: 'Ersättare',
};

export const contactKindTexts: Record<UnitContact['kind'], string> = { phone: 'Telefon', email: 'E-post', web: 'Webb', address: 'Adress' };

/** Where a contact is from, and what a unit is. */
export const unitTexts = {
  source: 'Registret över enheter, bekräftat av verksamheten',
  ages: (from: number, to: number | undefined) => {
    if (to === undefined) return from === 0 ? 'alla åldrar' : `från ${from} år`;
    return `${from}–${to} år`;
  },
  wholeCounty: 'hela länet',
  directory: 'Enheter',
  none: { heading: 'Inga enheter i registret', text: 'Verksamheterna har inte lagt in några enheter här ännu.' },
  never: 'Aldrig bekräftad',
  stale: 'inte bekräftad på över sex månader',
};

/** What a question to the register may be refused for. */
export const readRefusals: RefusalTexts = {
  'unit-not-found': {
    status: 404,
    title: 'Enheten finns inte',
    detail: () => 'Registret har ingen enhet med det numret.',
    at: () => 'path:/id',
  },
  'organisation-not-found': {
    status: 404,
    title: 'Organisationen finns inte här',
    detail: () => 'Registret har ingen sådan organisation i länet.',
    at: () => '/organisation',
  },
  'body-not-found': {
    status: 404,
    title: 'Organet finns inte',
    detail: () => 'Länet har inget organ med det namnet.',
    at: () => 'path:/body',
  },
};

const listed = (names: unknown) => (Array.isArray(names) ? names.map(String).join(', ') : '');
const manyOf = (ids: unknown) => (Array.isArray(ids) ? ids.length : 0);
const firstOf = (ids: unknown) => (Array.isArray(ids) ? String(ids[0]) : '');

/** What a change of the register may be refused for. */
export const registerRefusals: RefusalTexts = {
  ...readRefusals,
  'seat-not-found': { status: 404, title: 'Platsen finns inte', detail: () => 'Ladda om sidan för att se vilka platser som finns.' },
  'changed-meanwhile': {
    status: 409,
    title: 'Någon hann före',
    detail: () =>
      'Uppgifterna har ändrats sedan du öppnade sidan. Det du skrev finns kvar. Se vad som är nytt, och spara igen om det fortfarande stämmer.',
  },
  'nothing-changed': { status: 422, title: 'Ingenting är ändrat', detail: () => 'Det du skrev är det som redan gäller.' },
  'already-closed': {
    status: 409,
    title: 'Har redan upphört',
    detail: ({ on }) => (typeof on === 'string' ? `Sista dagen är ${formatDate(on)}. Det går inte att ändra.` : 'Det går inte att ändra.'),
  },
  'change-not-after-last': {
    status: 409,
    title: 'Dagen är för tidig',
    detail: ({ last }) =>
      typeof last === 'string'
        ? `Den senaste ändringen gäller från ${formatDate(last)}. Ange en senare dag: det som redan är bestämt skrivs inte om.`
        : 'Ange en senare dag.',
    at: () => '/from',
  },
  'day-has-passed': {
    status: 422,
    title: 'Dagen har varit',
    detail: () => 'Det som har varit skrivs inte om. En ändring gäller tidigast från i dag, och den sista dagen är tidigast i går.',
    at: () => '/from',
  },
  'assignments-to-come': {
    status: 409,
    title: 'Uppdrag i enheten har inte börjat än',
    detail: ({ who, from }) =>
      `${String(who)} har uppdrag i enheten som börjar senare${typeof from === 'string' ? `, det första ${formatDate(from)}` : ''}. Välj en senare dag.`,
  },
  'merge-needs-two': {
    status: 422,
    title: 'Välj minst två enheter',
    detail: () => 'Välj minst två enheter som ska bli en.',
    at: () => '/parts',
  },
  'merge-of-several-organisations': {
    status: 422,
    title: 'Enheterna hör till olika organisationer',
    detail: () => 'Flytta dem till samma organisation först.',
    at: () => '/parts',
  },
  'split-needs-two': {
    status: 422,
    title: 'Ange minst två namn',
    detail: () => 'Ange minst två namn, ett på varje rad.',
    at: () => '/names',
  },
  'cases-go-nowhere': {
    status: 422,
    title: 'Välj vem som tar över ärendena',
    detail: () => 'Skriv ett av de nya namnen. Annars når ingen de personer som enheten arbetar med.',
    at: () => '/cases',
  },
  'organisation-into-itself': {
    status: 422,
    title: 'Välj en annan organisation',
    detail: () => 'En organisation kan inte gå upp i sig själv eller bli en del av sig själv.',
    at: () => '/into',
  },
  'organisation-of-other-kind': {
    status: 422,
    title: 'Organisationerna är av olika sort',
    detail: () =>
      'En organisation kan bara gå upp i eller delas till sådana av samma sort i länet. Ska en enhet byta organisation flyttar du enheten.',
    at: () => '/into',
  },
  'organisation-not-open': {
    status: 422,
    title: 'Organisationen finns inte kvar då',
    detail: () => 'Den andra organisationen ska finnas den dagen, utan slutdag.',
    at: () => '/into',
  },
  'organisation-ends': {
    status: 409,
    title: 'Organisationen ska upphöra',
    detail: () => 'Ingen ny enhet kan komma till en organisation som har en slutdag. Välj den som tar över.',
  },
  'units-go-nowhere': {
    status: 422,
    title: 'Välj vem som tar över varje enhet',
    detail: ({ names }) => `Välj vem som tar över ${listed(names)}.`,
    at: ({ ids }) => `/unit-${firstOf(ids)}`,
  },
  'seats-go-nowhere': {
    status: 422,
    title: 'Välj vem som tar över varje plats',
    detail: ({ names }) => `Välj vem som tar över platsen för ${listed(names)}.`,
    at: ({ ids }) => `/seat-${firstOf(ids)}`,
  },
  'records-go-nowhere': {
    status: 422,
    title: 'Välj vem som tar över varje akt',
    detail: ({ ids }) =>
      `Välj vem som tar över ${manyOf(ids) === 1 ? 'akten som inte följer' : `de ${manyOf(ids)} akter som inte följer`} en enhet. Går ärendena till olika organisationer får en av dem akten. De andra ser den inte längre, och deras ärenden i den avslutas.`,
    at: ({ ids }) => `/record-${firstOf(ids)}`,
  },
  'division-needs-two': {
    status: 422,
    title: 'Välj minst två organisationer',
    detail: () => 'Går allt till en och samma ska organisationen gå upp i den i stället för att delas.',
    at: () => '/rest',
  },
  'division-to-confirm': {
    status: 409,
    title: 'Läs igenom först',
    detail: () => 'Läs igenom vad som händer. Stämmer det, välj Dela organisationen. Annars kan du ändra.',
  },
  'own-organisation': {
    status: 409,
    title: 'Det är din egen organisation',
    detail: () => 'Du har ditt uppdrag där. En annan länsförvaltare behöver göra det.',
  },
  'cases-remain': {
    status: 409,
    title: 'Ärenden med personer pågår',
    detail: () =>
      'Organisationen har ärenden med personer som pågår den dagen. Avsluta dem, eller låt organisationen gå upp i en annan: då följer de med dit.',
  },
  'seat-begun': {
    status: 409,
    title: 'Platsen har börjat',
    detail: () => 'Bara en plats som inte har börjat kan tas tillbaka. Avsluta den i stället.',
  },
  'same-name-twice': { status: 422, title: 'Samma namn två gånger', detail: () => 'De nya enheterna ska heta olika.', at: () => '/names' },
  'unit-kind-unknown': { status: 422, title: 'Okänd sorts enhet', detail: () => 'Välj en av de sorter som finns.', at: () => '/kind' },
  'municipality-not-of-county': {
    status: 422,
    title: 'Kommunen hör till ett annat län',
    detail: () => 'Välj kommuner i länet.',
    at: () => '/serves',
  },
  'ages-backwards': {
    status: 422,
    title: 'Åldrarna är omkastade',
    detail: () => 'Den högsta åldern ska inte vara lägre än den lägsta.',
    at: () => '/ages/to',
  },
  'hsa-id-taken': {
    status: 409,
    title: 'HSA-id används redan',
    detail: () => 'En annan enhet har det. Ett HSA-id byter aldrig enhet.',
    at: () => '/hsaId',
  },
  'no-contact': { status: 422, title: 'Ange en kontaktväg', detail: () => 'Ange minst ett sätt att nå enheten.', at: () => '/ways/phone' },
  'organisation-of-other-county': {
    status: 422,
    title: 'Ett annat län',
    detail: () => 'En enhet kan bara flyttas inom länet.',
    at: () => '/to',
  },
  'seat-taken': {
    status: 409,
    title: 'Platsen är upptagen',
    detail: ({ holder }) => `${String(holder)} är ordförande då. Avsluta den platsen först.`,
    at: () => '/position',
  },
  'seat-held-already': {
    status: 409,
    title: 'Personen har redan en plats',
    detail: () => 'Samma person har en plats i organet då.',
    at: () => '/holder',
  },
  'own-account': {
    status: 403,
    title: 'Det går inte att göra för sig själv',
    detail: () => 'Be en annan förvaltare. Ingen kopplar en plats till sitt eget konto.',
    at: () => '/account',
  },
  'seat-account-elsewhere': {
    status: 422,
    title: 'Kontot hör inte till organisationen',
    detail: () => 'Välj ett konto med uppdrag i den organisation som platsen gäller, den dag platsen börjar.',
    at: () => '/account',
  },
  'ends-before-it-begins': {
    status: 422,
    title: 'Slutar innan det börjar',
    detail: () => 'Den sista dagen kan inte vara före den första.',
    at: () => '/to',
  },
  'import-faulty': { status: 422, title: 'Filen har fel', detail: () => 'Rätta felen och läs in filen igen. Ingenting har ändrats.' },
  'import-empty': { status: 422, title: 'Inget att göra', detail: () => 'Filen säger det som registret redan säger.' },
};
