import type { AppliesTo, CountsFrom, RetentionRule } from '../../domain/retention/rule.ts';
import type { KeptBecause } from '../../domain/retention/thinning.ts';
import type { RefusalTexts } from '../../platform/index.ts';

export const appliesTexts: Readonly<Record<AppliesTo, string>> = {
  all: 'Alla enheter',
  'social-services': 'Socialtjänsten',
  'health-care': 'Hälso- och sjukvården',
};

export const countsTexts: Readonly<Record<CountsFrom, string>> = {
  'last-note': 'Från det sista som är antecknat om personen',
  received: 'Från dagen då kopian kom',
};

const years = (count: number) => (count === 1 ? 'ett år' : `${count} år`);

/** How long, in words: what a rule says of a copy. */
export function howLong({ keep, years: count, countsFrom, byEndOfNextYear, birthDays }: RetentionRule): string {
  if (keep === 'always') return 'Sparas för gott.';
  if (keep === 'unstated' || count === null) return 'Inget är angivet.';
  const from = countsFrom === 'received' ? 'efter dagen då kopian kom' : 'efter det sista som är antecknat om personen';
  const then = byEndOfNextYear ? ' Sedan gallras den före slutet av nästa kalenderår.' : '';
  const sample = birthDays.length > 0 ? ` För den som är född dag ${birthDays.join(', ')} i en månad sparas den.` : '';
  return `Sparas ${years(count)} ${from}.${then}${sample}`;
}

/** How long a copy is kept, where it stands. */
export const copyTimeTexts = {
  unstated: 'Det är inte angivet hur länge. Fråga arkivansvarig hos er.',
  unstatedOther: 'Mottagaren har inte angett hur länge den sparas.',
  until: (day: string) => `Sparas till ${day}, om inget mer antecknas.`,
  untilFixed: (day: string) => `Sparas till ${day}.`,
  thinned: (day: string) => `Innehållet är gallrat ${day}.`,
};

export const rulesTexts = {
  title: 'Hur länge kopior av planer sparas',
  lead: 'När en plan upprättas får varje enhet en egen kopia. Den är er handling. Hur länge ni sparar den bestämmer ni själva, i er dokumenthanteringsplan. Ange det här.',
  now: 'Det här gäller nu',
  none: 'Inget är angivet. Då gallras ingenting, och det står så vid varje kopia.',
  columns: ['Gäller för', 'Hur länge', 'Grund', 'Från och med'],
  all: 'Allt som har angetts',
  allLead: 'Inget tas bort. En ny rad gäller i stället för den förra från sin dag.',
  stated: 'Angivet',
  unstated: 'Inget angivet längre',
  state: 'Ange hur länge',
  decide: 'Kopior att ta ställning till',
  law: 'Det här säger lagen',
  lawLead: 'Lagen gäller journaler och personakter. Om en kopia hör dit avgör ni själva.',
  lawColumns: ['Vad', 'Hur länge', 'Grund'],
  done: 'Det är angivet.',
};

export const stateTexts = {
  title: 'Ange hur länge kopior sparas',
  lead: 'Det gäller från den dag du väljer. Det som har angetts förut står kvar att läsa.',
  appliesTo: 'Vilka enheter gäller det?',
  keep: 'Hur länge sparas kopiorna?',
  keeps: { years: 'Ett antal år', always: 'För gott', unstated: 'Det vi har angett ska inte gälla längre' },
  years: 'Antal år',
  countsFrom: 'Varifrån räknas åren?',
  byEndOfNextYear: 'När ska gallringen vara klar?',
  byEndOfNextYearYes: 'Före slutet av nästa kalenderår',
  birthDays: 'Födelsedagar som sparas',
  birthDaysHint: 'Dagar i månaden, till exempel 5, 15, 25. Lämna tomt om ni inte sparar ett urval.',
  basis: 'Vad vilar det på?',
  citation: 'Beslut eller lagrum',
  citationHint: 'Till exempel dokumenthanteringsplanen med paragraf och diarienummer.',
  from: 'Gäller från och med',
  yearsPart: 'Om det är ett antal år',
  submit: 'Ange',
};

export const offersTexts = {
  title: 'Kopior att ta ställning till',
  lead: 'Tiden har gått ut för de här kopiorna. Ingenting gallras förrän någon har beslutat det. Vem en kopia gäller står inte här: fråga enheten.',
  none: 'Det finns ingen kopia att ta ställning till.',
  columns: ['Enhet', 'Version', 'Kom', 'Tiden gick ut', 'Klart senast', 'Enligt'],
  unknownDay: 'Det är inte känt om personen är född en dag som sparas.',
  label: (unit: string, number: number, came: string) => `${unit}: version ${number}, kom ${came}`,
  which: 'Vilka gäller beslutet?',
  outcome: 'Vad ska ske?',
  outcomes: { delete: 'Innehållet gallras', keep: 'De sparas' },
  deleteHint: 'Går inte att ångra. Att kopian har funnits, till vilken enhet och när, står kvar.',
  sure: 'Har ni sett efter i era egna handlingar?',
  sureYes: 'Ja. Inget senare är antecknat om personen hos oss, och inget undantag gäller.',
  keptPart: 'Om de ska sparas',
  because: 'Varför?',
  until: 'Till och med',
  untilHint: 'Lämna tomt om de ska sparas för gott.',
  submit: 'Besluta',
  decided: 'Beslutat',
  decidedColumns: ['Enhet', 'Version', 'Beslut', 'När'],
  thinned: (when: string) => `Gallrad ${when}`,
  toBeThinned: 'Gallras inom någon minut',
  stopped: 'Inte gallrad: regeln gäller inte längre, eller något har antecknats sedan',
  kept: (why: string, until: string | undefined) => (until ? `Sparas till ${until}: ${why}` : `Sparas för gott: ${why}`),
  done: 'Beslutet är noterat.',
  waits: (count: number) =>
    count === 1
      ? 'Ta ställning till en kopia av en plan vars tid har gått ut'
      : `Ta ställning till ${count} kopior av planer vars tid har gått ut`,
};

export const becauseTexts: Readonly<Record<KeptBecause, string>> = {
  exception: 'ett undantag i lagen gäller',
  'in-use': 'ärendet pågår',
  'other-duty': 'något annat säger att den ska sparas',
};

/** Why something about keeping copies cannot be done, for people. */
export const refusals: RefusalTexts = {
  'retention-not-found': { status: 404, title: 'Organisationen finns inte', detail: () => 'Välj ett uppdrag i en region eller en kommun.' },
  'retention-from': {
    status: 422,
    title: 'Dagen har varit',
    detail: () => 'Välj i dag eller en senare dag.',
    at: () => '/from',
  },
  'retention-years': {
    status: 422,
    title: 'Antalet år stämmer inte med svaret',
    detail: () => 'Ange antal år och varifrån de räknas när kopiorna sparas ett antal år, och annars inget av det.',
    at: () => '/years',
  },
  'retention-basis': {
    status: 422,
    title: 'Säg vad det vilar på',
    detail: () => 'Välj en grund och skriv vilket beslut eller lagrum det är. När inget ska gälla längre anges ingen grund.',
    at: () => '/basis',
  },
  'thinning-none': { status: 422, title: 'Välj minst en kopia', detail: () => 'Välj vilka kopior beslutet gäller.', at: () => '/offers' },
  'thinning-not-found': { status: 404, title: 'Kopian finns inte här', detail: () => 'Den väntar inte på beslut, eller är inte er.' },
  'thinning-decided': { status: 409, title: 'Det är redan beslutat', detail: () => 'Någon har beslutat något annat om en av kopiorna.' },
  'thinning-unsure': {
    status: 422,
    title: 'Se efter i era egna handlingar först',
    detail: () => 'Här är inte känt vad som står i dem. Bekräfta att du har sett efter.',
    at: () => '/sure',
  },
  'thinning-kept': {
    status: 422,
    title: 'Skälet stämmer inte med beslutet',
    detail: () => 'Säg varför när en kopia ska sparas, och inget skäl när den ska gallras.',
    at: () => '/because',
  },
  'thinning-until': {
    status: 422,
    title: 'Dagen har varit',
    detail: () => 'Välj en senare dag, eller ingen om kopian ska sparas för gott.',
    at: () => '/until',
  },
};
