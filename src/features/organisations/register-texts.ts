import type { RefusalTexts } from '../../platform/index.ts';

/** What forms share. */
export const formTexts = {
  dayHint: 'Skriv ÅÅÅÅ-MM-DD. Dagen får ligga framåt i tiden.',
  cancel: 'Avbryt',
  yes: 'Ja',
  fillIn: 'Fyll i det här.',
  chooseOne: 'Välj ett alternativ.',
  chooseSome: 'Välj minst ett alternativ.',
  noSuchChoice: 'Välj bland de alternativ som visas.',
};

/** What is said when somebody has been logged out in the middle of a form, or what it was about is gone. */
export const keptTexts = {
  title: 'Du behöver logga in igen',
  lead: 'Ingenting är sparat ännu, men det du skrev finns kvar på den här sidan. Logga in i en ny flik, kom tillbaka hit och fortsätt.',
  logIn: 'Logga in i en ny flik',
  chooseAssignment: 'Välj uppdrag i en ny flik',
  goOn: 'Jag är inloggad, fortsätt',
  typed: 'Det du skrev',
  back: 'Du är inloggad igen. Det du skrev finns kvar men är inte sparat ännu.',
  lost: 'Det gick inte att spara',
  gone: 'Det som formuläret gällde finns inte längre.',
  copy: 'Det du skrev finns kvar här, så att du kan kopiera det.',
};

/** Why a form is not acted on, whichever it is. */
export const formRefusals: RefusalTexts = {
  'form-key-missing': {
    status: 422,
    title: 'Formuläret var inte helt',
    detail: () => 'Formuläret var inte helt. Skicka det igen härifrån. Det du skrev finns kvar, och ingenting har ändrats.',
  },
};

/** The page of one's own organisation. */
export const organisationTexts = {
  title: 'Organisation',
  lead: (name: string) => `${name}: enheter, personer och uppdrag.`,
  saved: 'Sparat. Ändringen syns överallt nu.',
  units: 'Enheter',
  noUnits: 'Inga enheter finns i registret ännu.',
  closedUnits: 'Enheter som har upphört eller inte har öppnat',
  people: 'Personer och uppdrag',
  noPeople: 'Inga personer finns här ännu.',
  bodies: 'Gemensamma organ',
  municipalities: 'Kommuner',
  others: 'Privata utförare och brukarorganisationer',
  noOthers: 'Inga finns i registret ännu.',
  deactivated: 'Avslutat konto',
  noAssignment: 'Inget uppdrag',
  columns: {
    unit: 'Enhet',
    kind: 'Sort',
    serves: 'Område',
    confirmed: 'Kontakter bekräftade',
    name: 'Namn',
    assignments: 'Uppdrag',
    organisation: 'Organisation',
    body: 'Organ',
    seats: 'Platser',
    period: 'Tid',
    action: 'Åtgärd',
  },
  links: {
    openUnit: 'Öppna en enhet',
    merge: 'Slå ihop enheter',
    importUnits: 'Läs in från fil',
    exportUnits: 'Hämta som CSV',
    rename: 'Byt organisationens namn',
    openAccount: 'Lägg till en person',
    openOrganisation: 'Lägg till en organisation',
    seat: 'Ge en plats',
    giveInBody: 'Ge ett uppdrag i ett organ',
    giveAssignment: 'Ge ett uppdrag',
    end: 'Avsluta',
    withdraw: 'Ta tillbaka',
    sessions: 'Se inloggningar',
    failedLogins: 'Misslyckade inloggningar',
    mergeOrganisation: 'Låt den gå upp i en annan',
    splitOrganisation: 'Dela organisationen',
    closeOrganisation: 'Avsluta organisationen',
    deactivate: 'Avsluta kontot',
    back: 'Till organisationen',
  },
  deputyFor: (name: string) => `ersättare för ${name}`,
  seatAccount: (name: string, holder: string) => (name === holder ? 'med konto' : `konto: ${name}`),
};

/** The page of a unit. */
export const unitPageTexts = {
  caption: 'Enhet',
  history: 'Vad enheten har varit',
  closed: (day: string) => `Enheten är inte öppen ${day}.`,
  isNow: 'Den dagen är det i stället',
  cameFrom: 'Så hänger enheten ihop med andra',
  merge: (from: string, to: string) => `${from} gick upp i ${to}`,
  split: (from: string, to: string) => `${from} delades, och en del blev ${to}`,
  columns: {
    period: 'Tid',
    name: 'Namn',
    kind: 'Sort',
    organisation: 'Organisation',
    serves: 'Område',
    ages: 'Åldrar',
    on: 'Dag',
    what: 'Händelse',
  },
  contacts: 'Kontakt',
  opening: 'Öppet',
  confirmed: 'Bekräftad',
  hsaId: 'HSA-id',
  acts: 'Ändra',
  moving: 'Ska enheten höra till en annan organisation? Be länsförvaltaren flytta enheten.',
  kind: 'Sort',
};

/** The page of an organisation through time, for everyone. */
export const organisationHistoryTexts = {
  units: 'Enheter',
  names: 'Vad organisationen har hetat',
  columns: ['Tid', 'Namn'],
  always: 'sedan länge',
  until: (day: string) => `till och med ${day}`,
  steps: 'Så hänger organisationen ihop med andra',
  merged: (from: string, to: string) => `${from} gick upp i ${to}`,
  split: (from: string, to: string) => `${from} delades, och en del blev ${to}`,
  notThen: (day: string) => `Organisationen finns inte ${day}.`,
  isThen: 'Den dagen är det i stället:',
};

/** The form in which an organisation is divided. */
export const divisionTexts = {
  units: 'Vem tar över varje enhet?',
  seats: 'Vem tar över varje plats i gemensamma organ?',
  rest: 'Vem tar över resten?',
  restHint: 'Konton och uppdrag som inte hör till en enhet. Den som arbetar i enheter hos flera får sitt konto här.',
  seat: (holder: string, position: string, body: string) => `${holder}, ${position.toLocaleLowerCase('sv')} i ${body}`,
  preview: 'Så här blir det. Inget är sparat än.',
  accounts: (count: number) => (count === 1 ? '1 konto' : `${count} konton`),
  confirm: 'Dela organisationen',
};

/** The words of each form: title, sentence and button. */
export const actTexts = {
  openUnit: { title: 'Öppna en enhet', lead: 'Enheten syns för alla från den dag du anger.', submit: 'Öppna enheten' },
  renameUnit: { title: 'Byt namn på enheten', lead: 'Det är samma enhet. Det gamla namnet finns kvar i historiken.', submit: 'Byt namn' },
  changeUnit: { title: 'Ändra vad enheten är', lead: 'Vilken sort den är, och vilka den är till för.', submit: 'Spara ändringen' },
  moveUnit: {
    title: 'Flytta enheten till en annan organisation',
    lead: 'Uppdragen i enheten upphör dagen före. Den nya organisationen ger egna. Systemförvaltarna i båda organisationerna får en notis.',
    submit: 'Flytta enheten',
  },
  splitUnit: {
    title: 'Dela enheten',
    lead: 'De nya enheterna är i allt annat som den gamla, tills du ändrar dem. Uppdragen i den gamla upphör: ge nya där de ska gälla. Ärenden med personer går vidare i en av de nya enheterna. Därifrån kan de öppnas hos de andra.',
    submit: 'Dela enheten',
  },
  mergeUnits: {
    title: 'Slå ihop enheter',
    lead: 'Enheterna blir en ny. Den tar över deras uppdrag, område och ärenden med personer. De gamla finns kvar i historiken.',
    submit: 'Slå ihop',
  },
  closeUnit: {
    title: 'Avsluta enheten',
    lead: 'Enheten och uppdragen i den upphör efter den sista dagen. Sedan når ingen de personer som bara enheten arbetade med: öppna ärenden hos en annan enhet först. Historiken finns kvar.',
    submit: 'Avsluta enheten',
  },
  confirmContacts: {
    title: 'Bekräfta kontakter',
    lead: 'Se efter att allt stämmer, och bekräfta. Uppgifterna visas för alla. Skriv inga personers namn eller nummer.',
    submit: 'Bekräfta i dag',
  },
  openOrganisation: {
    title: 'Lägg till en organisation',
    lead: 'En privat utförare med avtal, eller en brukarorganisation.',
    submit: 'Lägg till',
  },
  renameOrganisation: { title: 'Byt organisationens namn', lead: 'Det gamla namnet finns kvar i historiken.', submit: 'Byt namn' },
  seatMember: {
    title: 'Ge en plats',
    lead: 'Namnet på den som har platsen är offentligt. Kopplar du platsen till ett konto kan personen besluta och skriva under från den.',
    submit: 'Ge platsen',
  },
  endSeat: { title: 'Avsluta platsen', lead: 'Platsen upphör efter den sista dagen.', submit: 'Avsluta platsen' },
  openAccount: {
    title: 'Lägg till en person',
    lead: 'Personen kan logga in med sitt HSA-id, men ser ingenting mer förrän hen har ett uppdrag.',
    submit: 'Lägg till',
  },
  deactivateAccount: {
    title: 'Avsluta kontot',
    lead: 'Personen loggas ut överallt med en gång och kan inte logga in igen. Det hen har gjort finns kvar.',
    submit: 'Avsluta kontot',
  },
  giveAssignment: { title: 'Ge ett uppdrag', lead: 'Uppdraget avgör vad personen får se och göra.', submit: 'Ge uppdraget' },
  withdrawAssignment: {
    title: 'Ta tillbaka uppdraget',
    lead: 'Uppdraget har inte börjat. Tar du tillbaka det gäller det ingen dag. Att det gavs och togs tillbaka finns kvar.',
    submit: 'Ta tillbaka uppdraget',
  },
  withdrawSeat: {
    title: 'Ta tillbaka platsen',
    lead: 'Platsen har inte börjat. Tar du tillbaka den hålls den ingen dag.',
    submit: 'Ta tillbaka platsen',
  },
  mergeOrganisation: {
    title: 'Låt organisationen gå upp i en annan',
    lead: 'Enheterna, uppdragen, platserna i organ och kontona följer med till den andra från den dag du anger. Ärenden med personer följer inte med: de ska vara avslutade eller öppnade hos den andra. Registret svarar sedan vem organisationen är och vem den var.',
    submit: 'Slå ihop',
  },
  splitOrganisation: {
    title: 'Dela organisationen',
    lead: 'Organisationen upphör, och flera andra tar vid från den dag du anger. De ska finnas i registret. Välj för varje enhet och plats vem som tar över. Du får se vad som händer innan något sparas. Ärenden med personer följer inte med: de ska vara avslutade eller öppnade hos dem som tar över.',
    submit: 'Visa vad som händer',
  },
  closeOrganisation: {
    title: 'Avsluta organisationen',
    lead: 'Organisationen, dess enheter, uppdragen och platserna i organ upphör efter den sista dagen. Historiken finns kvar.',
    submit: 'Avsluta organisationen',
  },
  endAssignment: { title: 'Avsluta uppdraget', lead: 'Uppdraget upphör vid midnatt efter den sista dagen.', submit: 'Avsluta uppdraget' },
};

export const fieldTexts = {
  name: 'Namn',
  newName: 'Nytt namn',
  from: 'Gäller från och med',
  to: 'Till och med',
  lastDay: 'Sista dag',
  kind: 'Sort',
  serves: 'Kommuner som enheten är till för',
  servesHint: 'Välj ingen om den är till för hela länet.',
  ageFrom: 'Från ålder',
  ageTo: 'Till ålder',
  ageToHint: 'Tomt betyder ingen övre gräns.',
  hsaId: 'HSA-id',
  hsaIdHint: 'Id i den nationella katalogen för vård och omsorg, till exempel SE2321000000-AB12.',
  phone: 'Telefon',
  email: 'E-post',
  web: 'Webbadress',
  address: 'Adress',
  opening: 'Öppet',
  openingHint: 'Till exempel: vardagar 8–16.',
  organisation: 'Organisation',
  parts: 'Enheter som ska bli en',
  names: 'De nya enheternas namn',
  namesHint: 'Ett namn på varje rad.',
  cases: 'Enhet som tar över ärendena',
  casesHint: 'Skriv ett av namnen ovan. Den enheten når alla pågående ärenden från första dagen.',
  into: 'Organisation som den går upp i',
  position: 'Plats',
  holder: 'Vem som har platsen',
  role: 'Roll',
  unit: 'Enhet',
  unitHint: 'För roller som gäller i en enhet.',
  body: 'Organ',
  account: 'Person',
  seatAccount: 'Konto',
  seatAccountHint: 'Den som ska kunna besluta och skriva under från platsen. Personen ska ha ett uppdrag i organisationen.',
  deputyFor: 'Ersättare för',
  deputyHint: 'Välj bara om uppdraget är att ersätta någon annan.',
};

/** Reading units from a file. */
export const importTexts = {
  title: 'Läs in enheter från fil',
  lead: 'Du får se varje ändring innan något sparas. Allt läses in, eller inget.',
  file: 'CSV-fil',
  text: 'Eller klistra in raderna här',
  hint: 'Samma kolumner som i filen du kan hämta. En rad är en enhet. Finns HSA-id redan ändras enheten, annars öppnas en ny. Rader som saknas ändras inte.',
  preview: 'Visa ändringarna',
  confirm: 'Genomför alla ändringar',
  faults: 'Fel i filen',
  moreFaults: (count: number) => `Och ${count} fel till. Rätta de här och läs in filen igen.`,
  changes: 'Det här ändras',
  none: { heading: 'Inget ändras', text: 'Filen säger det som registret redan säger.' },
  columns: { row: 'Rad', column: 'Kolumn', fault: 'Fel', unit: 'Enhet', what: 'Ändring', from: 'Från' },
  done: (count: number) => `${count} ändringar är genomförda.`,
  fileMissing: 'Välj en fil eller klistra in rader',
  tooLarge: 'Filen är för stor. Den får ha högst 1 MB.',
  notText: 'Filen är inte en textfil. Spara den som CSV.',
  again: 'Registret har ändrats sedan du såg ändringarna. Här är de som gäller nu.',
};
