import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { HandOverAnswer } from '../../../domain/plans/hand-over.ts';
import type { RefusalTexts } from '../../../platform/index.ts';
import { formatList } from '../../../ui/index.ts';
import { dataKindTexts } from '../texts.ts';

const namesOf = (kinds: unknown) =>
  formatList((Array.isArray(kinds) ? (kinds as readonly DataKind[]) : []).map((kind) => dataKindTexts[kind]));

export const handOverRefusals: RefusalTexts = {
  'hand-over-open': {
    status: 409,
    title: 'Någon är redan tillfrågad',
    detail: () => 'En annan huvudman har fått frågan och inte svarat. Vänta på svaret, eller ta tillbaka frågan.',
  },
  'hand-over-to-same': {
    status: 422,
    title: 'Huvudmannen har redan ansvaret',
    detail: () => 'Välj en enhet hos en annan huvudman.',
    at: () => '/unit',
  },
  'hand-over-not-found': { status: 404, title: 'Frågan finns inte', detail: () => 'Det finns ingen sådan fråga till din enhet.' },
  'hand-over-answered': { status: 409, title: 'Frågan är redan besvarad', detail: () => 'Någon hann före. Öppna planen och se svaret.' },
  'hand-over-reason-missing': { status: 422, title: 'Skälet saknas', detail: () => 'Skriv varför ni säger nej.', at: () => '/reason' },
  'hand-over-shut': {
    status: 422,
    title: 'Ni kan inte läsa hela planen',
    detail: ({ kinds }) =>
      `Den som har ansvar för helheten ska kunna läsa allt i planen. Det här är stängt för er: ${namesOf(kinds)}. Be dem som frågade att ta upp samtycke med personen.`,
    at: () => '/answer',
  },
  'plan-shut-to-lead': {
    status: 422,
    title: 'Ni kan inte läsa hela planen',
    detail: ({ kinds }) =>
      `En ny version säger allt som planen säger. Det här är stängt för er: ${namesOf(kinds)}. Be personen om samtycke, eller lämna tillbaka ansvaret.`,
    at: () => '',
  },
  'coordinator-not-in-unit': {
    status: 422,
    title: 'Välj en samordnare hos er',
    detail: () => 'Samordnaren och ersättaren ska arbeta i din enhet.',
    at: () => '/coordinator',
  },
  'overall-by-hand-over': {
    status: 422,
    title: 'Ansvaret lämnas över på ett annat sätt',
    detail: () => 'Planen är upprättad. Be den andra huvudmannen ta över ansvaret för helheten. Det byts när den har tackat ja.',
    at: () => '/overall',
  },
};

/** Why no new version is made by those who lead the plan: what is shut to them, and whom to ask. */
export const shutToLead = (kinds: readonly DataKind[], owner: string): string =>
  `Det här är stängt för er: ${namesOf(kinds)}. Därför kan ni inte upprätta någon ny version. Be ${owner} att ta upp samtycke med personen, eller lämna tillbaka ansvaret.`;
/** The same for those who are asked to lead it. */
export const shutToAccept = (kinds: readonly DataKind[], owner: string): string =>
  `För att ta över behöver ni kunna läsa allt i planen. Det här är stängt för er: ${namesOf(kinds)}. Be ${owner} att ta upp samtycke med personen.`;

export const answerTexts: Readonly<Record<HandOverAnswer, string>> = {
  accepted: 'Tackade ja',
  declined: 'Tackade nej',
  withdrawn: 'Frågan togs tillbaka',
};

export const handOverTexts = {
  heading: 'Ansvaret för helheten lämnas över',
  asked: (unit: string, organisation: string, day: string) => `${unit}, ${organisation}, tillfrågades ${day}.`,
  waits: 'Väntar på svar. Tills dess har den tidigare huvudmannen ansvaret.',
  why: 'Skäl',
  leads: (unit: string, organisation: string, owner: string) =>
    `${unit}, ${organisation}, leder planen: upprättar nya versioner, kallar till möten, följer upp och avslutar. ${owner} har kvar sina uppgifter om personen, och frågar om samtycke.`,
  youLead: (owner: string) =>
    `Ni leder planen: ni upprättar nya versioner, kallar till möten, följer upp och avslutar. ${owner} har kvar sina uppgifter om personen, och frågar om samtycke.`,
  offer: 'Be en annan huvudman ta över ansvaret',
  answer: 'Svara om ansvaret för helheten',
  withdraw: 'Ta tillbaka frågan',
  yours: (from: string) => `${from} ber er ta över ansvaret för helheten i planen.`,
  offerTitle: 'Be en annan huvudman ta över',
  offerLead: 'En huvudman i taget har ansvaret för helheten. Det byts först när den andra har tackat ja och sagt vem som samordnar.',
  unit: 'Vilken enhet frågar ni?',
  reason: 'Varför?',
  send: 'Skicka frågan',
  answerTitle: 'Ansvaret för helheten',
  answerLead:
    'Tackar ni ja har ni ansvaret från och med nu. Ni leder planen, och någon hos er samordnar den. Ni får inte läsa mer än förut.',
  what: 'Vad svarar ni?',
  accept: 'Ja, vi tar över',
  decline: 'Nej',
  coordinator: 'Om ja: vem samordnar?',
  substitute: 'Vem är ersättare?',
  whyNot: 'Om nej: varför?',
  save: 'Skicka svaret',
  withdrawLead: 'Ni har kvar ansvaret för helheten.',
  withdrawSubmit: 'Ta tillbaka frågan',
} as const;
