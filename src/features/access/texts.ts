import { identityRefusals, type RefusalTexts } from '../../platform/index.ts';
import { formatDate } from '../../ui/formats.ts';

/** Why a login or a choice could not be done, and what to do. */
export const refusals: RefusalTexts = {
  ...identityRefusals,
  'no-account': {
    status: 403,
    title: 'Du har inget konto här',
    detail: () =>
      'Du är känd hos inloggningstjänsten men har inget konto i Överens. Be din organisations systemförvaltare att lägga upp dig.',
  },
  'account-deactivated': {
    status: 403,
    title: 'Kontot är avslutat',
    detail: () => 'Kontot kan inte användas längre. Vänd dig till din organisations systemförvaltare om det är fel.',
  },
  'account-bound-elsewhere': {
    status: 403,
    title: 'Kontot hör till en annan inloggning',
    detail: () => 'Kontot används redan med en annan inloggning. Vänd dig till din organisations systemförvaltare.',
  },
  'assignment-not-found': {
    status: 404,
    title: 'Uppdraget går inte att välja',
    detail: () => 'Uppdraget är inte ditt, eller gäller inte i dag. Välj ett av dem som visas.',
  },
  'session-not-found': {
    status: 404,
    title: 'Inloggningen finns inte längre',
    detail: () => 'Den är redan avslutad. Ladda om sidan för att se vilka som finns kvar.',
  },
};

/** Why an account or an assignment could not be opened, given or ended. */
export const peopleRefusals: RefusalTexts = {
  'organisation-not-found': { status: 404, title: 'Organisationen finns inte', detail: () => 'Registret har ingen sådan organisation.' },
  'account-deactivated': {
    status: 409,
    title: 'Kontot är redan avslutat',
    detail: () => 'Någon har avslutat kontot. Det kan inte få uppdrag, och behöver inte avslutas igen.',
  },
  'account-not-found': {
    status: 404,
    title: 'Kontot finns inte',
    detail: () => 'Registret har inget sådant konto i länet.',
    at: () => '/account',
  },
  'account-exists': {
    status: 409,
    title: 'HSA-id har redan ett konto',
    detail: () => 'Ett konto med det HSA-id:t finns redan, kanske i en annan organisation.',
    at: () => '/hsaId',
  },
  'own-account': {
    status: 403,
    title: 'Det går inte att göra för sig själv',
    detail: () => 'Be en annan förvaltare. Ingen ger sig själv ett uppdrag, avslutar sitt eget eller stänger sitt eget konto.',
  },
  'account-of-other-organisation': {
    status: 422,
    title: 'Kontot hör till en annan organisation',
    detail: () => 'Ett uppdrag ges av den organisation som kontot hör till.',
    at: () => '/account',
  },
  'role-not-here': {
    status: 422,
    title: 'Rollen finns inte i en sådan organisation',
    detail: () => 'Rollen finns inte i den här sortens organisation. Välj en annan.',
    at: () => '/role',
  },
  'role-needs-unit': { status: 422, title: 'Välj en enhet', detail: () => 'Rollen gäller i en enhet. Välj vilken.', at: () => '/unit' },
  'role-needs-body': {
    status: 422,
    title: 'Välj ett organ',
    detail: () => 'Rollen gäller i ett gemensamt organ. Välj vilket.',
    at: () => '/body',
  },
  'role-needs-no-place': {
    status: 422,
    title: 'Rollen gäller hela organisationen',
    detail: () => 'Rollen gäller inte i någon enhet eller något organ. Låt fältet vara tomt.',
    at: () => '/role',
  },
  'unit-not-of-organisation': {
    status: 422,
    title: 'Enheten är inte öppen då',
    detail: () => 'Enheten hör inte till organisationen den dagen. Välj en annan dag eller enhet.',
    at: () => '/unit',
  },
  'unit-closes-before': {
    status: 422,
    title: 'Enheten upphör tidigare',
    detail: ({ last }) => `Enheten hör till organisationen till och med ${formatDate(String(last))}. Uppdraget behöver sluta senast då.`,
    at: () => '/to',
  },
  'day-has-passed': {
    status: 422,
    title: 'Dagen har varit',
    detail: () => 'Ett uppdrag ges tidigast från i dag, och den sista dagen är tidigast i går.',
    at: () => '/from',
  },
  'body-not-found': { status: 404, title: 'Organet finns inte', detail: () => 'Länet har inget sådant organ.', at: () => '/body' },
  'ends-before-it-begins': {
    status: 422,
    title: 'Slutar innan det börjar',
    detail: () => 'Den sista dagen kan inte vara före den första.',
    at: () => '/to',
  },
  'deputy-does-not-fit': {
    status: 422,
    title: 'Ersättaren passar inte',
    detail: () => 'En ersättare har samma roll på samma plats som den som ersätts, och är någon annan.',
    at: () => '/deputyFor',
  },
  'assignment-overlaps': {
    status: 409,
    title: 'Uppdraget finns redan',
    detail: () => 'Personen har redan det uppdraget någon av dagarna.',
    at: () => '/from',
  },
  'assignment-not-found': { status: 404, title: 'Uppdraget finns inte', detail: () => 'Ladda om sidan för att se vilka som finns.' },
  'assignment-begun': {
    status: 409,
    title: 'Uppdraget har börjat',
    detail: () => 'Bara ett uppdrag som inte har börjat kan tas tillbaka. Avsluta det i stället.',
  },
  'session-not-found': {
    status: 404,
    title: 'Inloggningen finns inte längre',
    detail: () => 'Den är redan avslutad. Ladda om sidan för att se vilka som finns kvar.',
  },
  'already-closed': {
    status: 409,
    title: 'Uppdraget har redan upphört',
    detail: () => 'Uppdraget har redan ett slut den dagen eller tidigare.',
  },
};

export const loginTexts = {
  closed: {
    title: 'Inloggning finns inte här',
    text: 'Ingen inloggningstjänst är kopplad till den här installationen. Det som är öppet för alla går att läsa ändå.',
  },
  again: 'Logga in igen',
  toStart: 'Till startsidan',
  toWork: 'Till Att göra',
  loggedOut: { title: 'Du är utloggad', lead: 'Inloggningen är avslutad på den här enheten.', home: 'Till startsidan' },
};

export const assignmentTexts = {
  title: 'Välj uppdrag',
  lead: 'Välj vad du ska arbeta som nu. Det avgör vad du får se, och står i loggen.',
  legend: 'Dina uppdrag i dag',
  until: (day: string) => `till och med ${day}`,
  submit: 'Fortsätt',
  missing: 'Välj ett uppdrag',
  none: {
    heading: 'Du har inget uppdrag i dag',
    text: 'Be din organisations systemförvaltare om ett uppdrag. Det som är öppet för alla kan du läsa ändå.',
  },
};

export const sessionTexts = {
  title: 'Mina inloggningar',
  lead: 'Här är du inloggad just nu. Avsluta det du inte känner igen.',
  times: (began: string, seen: string) => `Började ${began}. Användes senast ${seen}.`,
  here: 'den här enheten',
  end: 'Avsluta',
  endOthers: 'Avsluta alla andra',
  ended: 'Inloggningen är avslutad.',
  life: 'En inloggning avslutas av sig själv efter 30 minuter utan användning, och senast efter tio timmar.',
};

export const accountSessionTexts = {
  title: 'Öppna inloggningar',
  lead: (name: string) => `Här är ${name} inloggad just nu. Du ser när och varifrån, inte vad som görs.`,
  from: (address: string) => `Från ${address}.`,
  none: { heading: 'Inga öppna inloggningar', text: 'Personen är inte inloggad någonstans just nu.' },
  endAll: 'Avsluta alla',
  ended: 'Avslutat. Vid nästa klick behöver personen logga in igen.',
};

export const failedLoginTexts = {
  title: 'Misslyckade inloggningar',
  lead: 'Försök att logga in som inte släppte in någon, de senaste först.',
  columns: ['Tid', 'Konto', 'Varför', 'Nätadress', 'Inloggningstjänst'],
  noAccount: 'Inget konto här',
  noAddress: 'Okänd',
  none: { heading: 'Inga misslyckade inloggningar', text: 'Ingen har försökt utan att komma in de senaste nittio dagarna.' },
  more: (shown: number) => `De ${shown} senaste visas. Det finns äldre.`,
  kept: 'Uppgifterna tas bort efter nittio dagar. Vad som skrevs vid inloggningen sparas inte.',
};

export const demoTexts = {
  title: 'Logga in i demonstrationen',
  lead: 'Välj vem du vill vara. Alla är påhittade.',
  individuals: 'Enskilda',
  logIn: 'Logga in',
  unknown: 'Välj ett av kontona i listan.',
};

/** Which browser on which system, from what the browser says of itself. */
export const deviceTexts = { unknown: 'Okänd webbläsare', on: (browser: string, system: string) => `${browser} på ${system}` };
