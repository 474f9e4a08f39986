import type { Turn } from '../../domain/memberships/turn.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate } from '../../ui/formats.ts';
import { agreementRefusals } from '../agreements/index.ts';

/** What a party may do with its place in an agreement. */
export const turnLabels: Record<Turn, string> = { left: 'Lämnar avtalet', joined: 'Går med i avtalet' };

export const turnTexts = {
  title: 'Lämna avtalet eller gå med',
  lead: 'Här skriver du in vad din part själv har beslutat. Övriga parter får veta det. Avtalet ändras inte för dem.',
  submit: 'Anteckna beslutet',
  notAllowed: 'Avtalet säger att ingen part kan lämna det.',
  silent: 'Avtalet säger inget om hur en part lämnar det. Då är det partens eget beslut.',
  allowed: 'Enligt avtalet kan en part lämna det.',
  source: 'Det står i avtalet',
  fields: {
    turn: 'Vad har ni beslutat?',
    from: 'Från och med',
    fromHint: 'Den första dagen som avtalet inte binder er, eller den första som det gör det.',
    decided: 'Beslutsdag',
    body: 'Beslutande organ',
    bodyHint: 'Till exempel kommunfullmäktige.',
    paragraph: 'Paragraf',
    registry: 'Diarienummer',
    note: 'Mer om beslutet',
    noteHint: 'Alla kan läsa det. Skriv inget om enskilda personer.',
  },
  noted: 'Det ni har antecknat',
  turned: (turn: Turn, from: string) => `${turn === 'left' ? 'Lämnar avtalet' : 'Går med i avtalet'} från ${formatDate(from)}`,
  corrected: (reason: string) => `Rättat, räknas inte. ${reason}`,
  correct: 'Rätta',
} as const;

/** The fictional decision of the demonstration. */
export const seedTexts = { body: 'Kommunfullmäktige', note: 'Påhittat exempel.' } as const;

/** The form in which a party says that what it noted was wrong. */
export const correctTexts = {
  title: 'Rätta anteckningen',
  lead: 'Anteckningen räknas inte längre, som om den aldrig hade gjorts. Den och skälet finns kvar. Övriga parter får veta det.',
  submit: 'Rätta',
  fields: {
    reason: 'Vad var fel?',
    reasonHint: 'Alla kan läsa det. Skriv inget om enskilda personer.',
    from: 'Rätt dag',
    fromHint: 'Lämna tomt om ni inte alls har lämnat avtalet eller gått med. Dagen får ha varit. Skriv ÅÅÅÅ-MM-DD.',
  },
} as const;

const dayOf = (day: unknown) => (typeof day === 'string' ? formatDate(day) : 'en annan dag');

/** What is said when a party cannot leave or join. */
export const refusals: RefusalTexts = {
  ...agreementRefusals,
  'not-your-party': {
    status: 403,
    title: 'Det gör parten själv',
    detail: () => 'Bara parten själv antecknar att den lämnar ett avtal eller går med, genom sin registrator. Ingenting har sparats.',
  },
  'leaving-not-allowed': {
    status: 409,
    title: 'Avtalet går inte att lämna',
    detail: () => 'Avtalet säger att ingen part kan lämna det, och vad ni gör i stället. Ingenting har sparats.',
    at: () => '/turn',
  },
  'turn-in-the-past': {
    status: 422,
    title: 'Dagen har varit',
    detail: () => 'Välj i dag eller en senare dag. Vad som gällde förut ändras inte i efterhand.',
    at: () => '/from',
  },
  'turn-decided-later': {
    status: 422,
    title: 'Beslutet är inte fattat än',
    detail: () => 'Beslutsdagen kan vara i dag eller tidigare.',
    at: () => '/decided',
  },
  'agreement-over': {
    status: 409,
    title: 'Avtalet gäller inte då',
    detail: () => 'Den dagen gäller avtalet inte för någon part. Kontrollera dagen.',
    at: () => '/from',
  },
  'turn-known-later': {
    status: 409,
    title: 'Det finns redan en anteckning',
    detail: ({ on }) => `Det är redan antecknat att ni lämnar eller går med ${dayOf(on)}. Välj en senare dag.`,
    at: () => '/from',
  },
  'turn-not-found': {
    status: 404,
    title: 'Anteckningen finns inte',
    detail: () => 'Er part har ingen sådan anteckning här. Bara det ni själva har antecknat kan ni rätta.',
  },
  'turn-corrected': {
    status: 409,
    title: 'Anteckningen är redan rättad',
    detail: () => 'Den räknas inte längre. Ingenting har ändrats nu.',
  },
  'turn-same-day': {
    status: 422,
    title: 'Det är samma dag',
    detail: () => 'Den dagen står redan. Skriv den rätta dagen, eller lämna fältet tomt.',
    at: () => '/from',
  },
  'turn-rests-on-it': {
    status: 409,
    title: 'Senare anteckningar bygger på den',
    detail: ({ on }) => `Det ni har antecknat eller registrerat ${dayOf(on)} bygger på den här. Rätta det först.`,
  },
  'not-bound': {
    status: 409,
    title: 'Ni är inte bundna av avtalet då',
    detail: () => 'Den dagen är ni inte bundna av avtalet. Det finns inget att lämna.',
    at: () => '/turn',
  },
  'already-bound': {
    status: 409,
    title: 'Ni är redan med',
    detail: () => 'Ni har inte lämnat avtalet den dagen. Det finns inget att gå med i.',
    at: () => '/turn',
  },
};
