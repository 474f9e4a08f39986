import type { StepState } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { formatParagraph } from '../../ui/formats.ts';
import { type Decisions, deciderName } from './decisions.ts';

/** What a published version says of where it comes from. */
export const publishedTexts = {
  source: 'Beslut och underskrifter som är antecknade i Överens',
  status: 'Beslutad version, publicerad i Överens',
};

/** A decision or signature in one line: by whom, in which paragraph, with a reservation or not. */
export function noteOfDecision({ decisions, signatures, county }: Decisions, step: string, decider: Decider) {
  const name = deciderName(county, decider);
  const found = decisions.find((one) => one.step === step && one.decider === decider);
  if (found) {
    const { body, paragraph, approver, reservation, registry } = found;
    const parts = [name, body, paragraph && formatParagraph(paragraph), approver && approvedBy(approver), reservation && 'med reservation'];
    return { note: parts.filter(Boolean).join(', '), body, paragraph, registry, reservation };
  }
  const signed = signatures.find((one) => one.step === step && `seat:${one.seat}` === decider);
  return { note: [name, signed?.holder].filter(Boolean).join(', ') };
}

/** Whoever approved the decision of a joint body. */
export const approvedBy = (approver: string) => `godkänt av ${approver}`;

export const stepLabels: Record<StepState['kind'], string> = {
  recommend: 'Rekommendation',
  adopt: 'Beslut hos varje part',
  establish: 'Fastställande',
  sign: 'Underskrift',
};

export const stepStateLabels: Record<StepState['state'], string> = { waiting: 'Väntar på steget före', open: 'Pågår', done: 'Klart' };

export const decisionTexts = {
  level: 'Målgruppens delaktighet',
  levelUnknown: 'Inte beskriven',
  influence: 'Så har de varit med',
  title: 'Beslut och underskrifter',
  lead: 'Vem som har beslutat om texten, steg för steg. Ett beslut gäller just den text som lämnades för beslut.',
  readText: 'Läs texten som beslutet gäller',
  notSubmitted: 'Texten är inte lämnad för beslut ännu.',
  submitted: (on: string) => `Lämnad för beslut ${on}`,
  fingerprint: 'Textens kontrollsumma',
  fingerprintMeans: 'Två texter med samma kontrollsumma är lika, tecken för tecken.',
  columns: ['Vem', 'Beslut', 'Dag', 'Paragraf och diarienummer', 'Gäller för parten från'],
  signColumns: ['Plats', 'Underskrift', 'Dag', 'Av'],
  approved: 'Godkänt',
  rejected: 'Avslaget',
  signed: 'Undertecknat',
  awaited: 'Väntar',
  reservation: 'Reservation',
  extract: 'Protokollsutdrag (PDF)',
  note: (name: string) => `Anteckna beslut för ${name}`,
  sign: (name: string) => `Skriv under som ${name}`,
  rejectedNotice: 'Någon har sagt nej. Texten behöver tas tillbaka och skrivas om. Besluten gäller bara den här texten.',
  publish: 'Publicera versionen',
  publishLead: 'Alla steg är klara. När versionen är publicerad kan ingen ändra den.',
  publishedNotice: 'Versionen är publicerad.',
  read: 'Läs versionen',
};

export const decisionFormTexts = {
  title: (name: string) => `Beslut för ${name}`,
  lead: 'Skriv det som står i protokollet. En anteckning går inte att ändra efteråt.',
  submit: 'Anteckna beslutet',
  fields: {
    outcome: 'Vad beslutades?',
    approved: 'Texten godkändes',
    rejected: 'Texten godkändes inte',
    on: 'Beslutsdag',
    onHint: 'Skriv ÅÅÅÅ-MM-DD. Dagen får inte ligga framåt i tiden.',
    body: 'Beslutande organ',
    bodyHint: 'Till exempel kommunstyrelsen.',
    paragraph: 'Paragraf',
    registry: 'Diarienummer',
    approver: 'Godkänt av',
    approverHint: 'Befattningen, till exempel ordförande i ReKo.',
    reservation: 'Reservation',
    reservationHint: 'Vad en part eller ledamot reserverade sig mot. Skriv inga uppgifter om enskilda personer.',
    extract: 'Protokollsutdrag',
    extractHint: 'En PDF, högst 2 megabyte. Du kan också anteckna beslutet utan.',
  },
};

export const signTexts = {
  title: (name: string) => `Skriv under som ${name}`,
  lead: 'Du skriver under den text som lämnades för beslut. Underskriften binds till dig, din plats och textens kontrollsumma.',
  read: 'Läs texten först',
  submit: 'Skriv under',
  fingerprint: 'Kontrollsumma',
};

/** What waits for someone, in the list of what there is to do. */
export const awaitedTexts = {
  decide: (title: string, name: string) => `Anteckna beslutet om ${title} (${name})`,
  sign: (title: string, name: string) => `Skriv under ${title} (${name})`,
};
