import type { CadenceState } from '../../domain/agreements/cadence.ts';
import type { FamilyDocument } from '../../domain/agreements/document-family.ts';
import type { Status, StatusCode } from '../../domain/agreements/status.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate, formatDuration } from '../../ui/formats.ts';
import { partyReasons } from './party-texts.ts';

/** The Swedish words of agreements: refusals, status, reasons. */
export const refusals: RefusalTexts = {
  'agreement-not-found': {
    status: 404,
    title: 'Avtalet finns inte här',
    detail: () => 'Det finns ingen överenskommelse med det namnet i registret. Sök i registret eller kontrollera adressen.',
    at: () => 'path:/slug',
  },
  'version-not-found': {
    status: 404,
    title: 'Versionen finns inte här',
    detail: () => 'Överenskommelsen finns, men inte den versionen. Se listan över versioner.',
    at: ({ at }) => (typeof at === 'string' ? at : 'query:/version'),
  },
  'not-a-party': {
    status: 404,
    title: 'Den är inte part i avtalet',
    detail: () => 'Avtalet gäller mellan sina parter. Läs vilka de är på avtalets sida.',
    at: () => 'query:/party',
  },
  'nothing-to-compare': {
    status: 404,
    title: 'Det finns bara en version',
    detail: () => 'Överenskommelsen finns i en enda version här. Det finns ingen annan att jämföra den med.',
    at: () => 'path:/slug',
  },
  'minor-not-provided': {
    status: 422,
    title: 'Avtalet har ingen enklare väg för ändringar',
    detail: () =>
      'Ändringen måste gå samma väg som en ny version, eftersom avtalet inte säger att någon får göra enklare ändringar. Ingenting har ändrats.',
  },
  'minor-touches-section': {
    status: 422,
    title: 'Avsnittet får inte röras av en enklare ändring',
    detail: ({ heading }) =>
      `Avtalet undantar avsnittet ${heading} från enklare ändringar. Låt det stå som det är, eller gör en ny version.`,
  },
  'minor-touches-sentence': {
    status: 422,
    title: 'Meningen bär ett ansvar eller en part',
    detail: ({ cite }) => `Ett ansvar eller parterna vilar på meningen ${cite}. Låt den stå som den är, eller gör en ny version.`,
  },
  'minor-touches-meaning': {
    status: 422,
    title: 'Ändringen är mer än en enklare ändring',
    detail: ({ label, what }) =>
      `En enklare ändring får inte röra ansvar, parter eller det som avtalet undantar: ${label || what || 'ett villkor'}. Gör en ny version.`,
  },
};

export const statusLabels: Record<StatusCode, string> = {
  'in-force': 'Gäller',
  extended: 'Förlängd',
  expired: 'Har gått ut',
  unknown: 'Okänt',
  'not-yet': 'Gäller inte än',
  proposal: 'Förslag',
  replaced: 'Ersatt',
  withdrawn: 'Upphävd',
};

export const kindLabels: Record<AgreementFile['kind'], string> = {
  county: 'Länsöverenskommelse',
  local: 'Lokal överenskommelse',
  supplement: 'Tillägg',
  routine: 'Rutin',
};

const factLabels: Record<string, string> = {
  'no-successor': 'ingen ny överenskommelse fanns',
  'evaluation-begun': 'en utvärdering hade påbörjats',
  'revision-begun': 'en revidering hade påbörjats',
  adopted: 'när parterna antog överenskommelsen',
};

/** The words for a fact that status may depend on. */
export function factLabel(fact: string): string {
  return factLabels[fact] ?? fact;
}

const verdictText: Record<string, (fact: string) => string> = {
  true: (fact) => `Villkoret är uppfyllt: ${fact}.`,
  false: (fact) => `Villkoret är inte uppfyllt: ${fact}.`,
  unknown: (fact) => `Vi vet inte om villkoret är uppfyllt: ${fact}.`,
};

/** The sentence that explains one reason. */
export function reasonText(code: string, params: Readonly<Record<string, string>>): string {
  const date = (name: string) => formatDate(params[name] ?? '');
  const verdict = /^(no-successor|evaluation-begun|revision-begun)-(true|false|unknown)$/.exec(code);
  if (verdict) return (verdictText[verdict[2] ?? ''] ?? String)(factLabel(verdict[1] ?? ''));
  const ofParty = partyReasons[code];
  if (ofParty) return ofParty(params);
  switch (code) {
    case 'act-withdrawn':
      return `Upphävd ${date('on')}.`;
    case 'act-replaced':
      return `Ersatt av en ny överenskommelse ${date('on')}.`;
    case 'no-adoption-known':
      return 'Vi känner inte till något beslut om att anta överenskommelsen.';
    case 'starts':
      return `Börjar gälla ${date('from')}.`;
    case 'valid-from':
      return `Gäller från ${date('from')}.`;
    case 'until-further-notice':
      return 'Inget slutdatum. Gäller tills vidare.';
    case 'valid-to':
      return `Giltighetstiden är ${date('from')} till ${date('to')}.`;
    case 'extension-noted':
      return `Förlängd från ${date('on')} till och med ${date('until')}. Förlängningen är antecknad, med vad den vilar på.`;
    case 'extension-without-ground':
      return `En förlängning till ${date('until')} är antecknad, men det som den vilade på har rättats. Den räknas inte längre.`;
    case 'extension':
      return `En förlängning med ${formatDuration(`P${params.months}M`)} räcker till ${date('end')}.`;
    default:
      throw new Error(`no text for reason ${code}`);
  }
}

/** The status on a day that has not come: what has been decided so far. Nothing where the usual sentence promises nothing. */
function decidedSentence({ code, on, until }: Status): string | undefined {
  const day = formatDate(on);
  const end = until ? `till och med ${formatDate(until)}` : 'tills vidare';
  if (code === 'in-force') return `Enligt det som är beslutat i dag gäller överenskommelsen ${day}, ${end}.`;
  if (code === 'extended') return `Enligt det som är beslutat i dag är överenskommelsen förlängd och gäller ${day}, ${end}.`;
  if (code === 'expired') return `Enligt det som är beslutat i dag har överenskommelsen gått ut ${day}.`;
  return undefined;
}

/**
 * One sentence that says the status: the answer first on every page about an agreement. `today`: an ISO day; a status later than that
 * is told as what has been decided so far.
 */
export function statusSentence(status: Status, today?: string): string {
  const day = formatDate(status.on);
  const decided = today !== undefined && status.on > today ? decidedSentence(status) : undefined;
  if (decided) return decided;
  switch (status.code) {
    case 'in-force':
      return status.until
        ? `Överenskommelsen gäller ${day}, till och med ${formatDate(status.until)}.`
        : `Överenskommelsen gäller ${day}, tills vidare.`;
    case 'extended':
      return `Överenskommelsen är förlängd och gäller ${day}, till och med ${formatDate(status.until ?? status.on)}.`;
    case 'expired': {
      const first = status.outcomes[0]?.end;
      const last = status.outcomes.at(-1)?.end;
      if (first && last && first !== last)
        return `Överenskommelsen har gått ut: ${formatDate(first)}, eller senast ${formatDate(last)} om den förlängdes.`;
      return `Överenskommelsen har gått ut. Den gäller inte sedan ${formatDate(status.since ?? status.on)}.`;
    }
    case 'unknown':
      return `Vi vet inte om överenskommelsen gäller ${day}. Det beror på om den förlängdes.`;
    case 'not-yet':
      return `Överenskommelsen gäller inte ${day}. Den börjar gälla ${formatDate(status.since ?? status.on)}.`;
    case 'proposal':
      return 'Det här är ett förslag. Vi känner inte till något beslut om att anta det.';
    case 'replaced':
      return `Överenskommelsen är ersatt sedan ${formatDate(status.since ?? status.on)}.`;
    case 'withdrawn':
      return `Överenskommelsen är upphävd sedan ${formatDate(status.since ?? status.on)}.`;
  }
}

/** How something recurring stands. */
export const cadenceStateLabels: Record<CadenceState | 'unknown', string> = {
  due: 'Planerad',
  soon: 'Snart',
  overdue: 'Försenad',
  ended: 'Inte aktuell',
  unknown: 'Okänt',
};

/** What recurs. */
export const cadenceKindLabels: Record<AgreementFile['terms']['cadences'][number]['kind'], string> = {
  'follow-up': 'Uppföljning',
  evaluation: 'Utvärdering',
  revision: 'Revidering',
};

/** What happened, in words. */
export const actLabels: Record<AgreementFile['acts'][number]['kind'], string> = {
  mandated: 'Uppdrag gavs',
  recommended: 'Rekommenderades',
  adopted: 'Antogs',
  established: 'Fastställdes',
  signed: 'Undertecknades',
  'took-effect': 'Började gälla',
  amended: 'Ändrades',
  'followed-up': 'Följdes upp',
  evaluated: 'Utvärderades',
  revised: 'Reviderades',
  'evaluation-begun': 'Utvärdering påbörjades',
  'revision-begun': 'Revidering påbörjades',
  'no-successor': 'Ingen ny överenskommelse fanns',
  extended: 'Förlängdes',
  replaced: 'Ersattes',
  withdrawn: 'Upphävdes',
  joined: 'En part gick med',
  left: 'En part lämnade',
};

/** What sort of document belongs to an agreement. */
export const documentKindLabels: Record<FamilyDocument['kind'], string> = {
  deepening: 'Fördjupning',
  agreement: 'Överenskommelse',
  annex: 'Bilaga',
  routine: 'Rutin',
  form: 'Blankett',
  contract: 'Avtal om kostnad eller uppdrag',
  guidance: 'Stöd',
  plan: 'Plan',
};

/** How a document or link stands, and what to do when it needs mending. */
export const documentStateLabels: Record<FamilyDocument['state'], string> = {
  held: 'Finns här.',
  'held-not-in-force': 'Finns här, men gäller inte säkert i dag. Se över hänvisningen.',
  reachable: 'Adressen svarar.',
  moved: 'Adressen har flyttat. Byt den.',
  gone: 'Adressen svarar inte. Byt eller ta bort den.',
  'check-old': 'Adressen kontrollerades för mer än sex månader sedan. Kontrollera den igen.',
  'not-checked': 'Adressen är inte kontrollerad.',
  'no-address': 'Bara titeln är känd. Adressen saknas.',
};

/** Where what has happened to a version since it was published is known from. */
export const agreementActSource = 'Antecknat i Överens av en part';

/** When a party itself decided what has been noted of it. */
export const decidedNote = (day: string) => `Partens beslut ${formatDate(day)}.`;

/** Where an extension is known from: the program works out what the terms say. */
export const extensionActSource = 'Uträknat i Överens ur avtalets villkor';
