import type { ChangeState, ReceiptState } from '../../domain/planned-changes/process.ts';
import { formatCount, formatDate, formatList } from '../../ui/index.ts';

export const stateLabels: Record<ChangeState, string> = {
  announced: 'Planerad',
  begun: 'Har börjat',
  withdrawn: 'Återkallad',
};

export const receiptLabels: Record<ReceiptState, string> = {
  awaiting: 'Har inte svarat',
  acknowledged: 'Har tagit del',
  objects: 'Har en invändning',
  answered: 'Invändningen är besvarad',
};

export const listTexts = {
  title: 'Planerade förändringar',
  lead: 'När en part ska ändra något i sin verksamhet berättar den för de andra. Här ser du vad som är på gång och vilka som har tagit del.',
  ofAgreement: (short: string) => `Planerade förändringar: ${short}`,
  caption: 'Planerade förändringar i länet',
  columns: ['Vad', 'Vem', 'Från', 'Läge', 'Svar'],
  replied: (replied: number, told: number) => `${replied} av ${told} har svarat`,
  objecting: (count: number) => formatCount(count, 'invändning utan svar', 'invändningar utan svar'),
  announce: 'Berätta om en förändring',
  empty: { heading: 'Inget är anmält', text: 'När en part berättar om en planerad förändring visas den här.' },
};

export const changeTexts = {
  lead: (party: string, from: string) => `${party} planerar en förändring från ${formatDate(from)}.`,
  facts: {
    state: 'Läge',
    what: 'Vad som ändras',
    services: 'Verksamheter',
    units: 'Enheter',
    affects: 'Vem det påverkar',
    from: 'Från och med',
    told: 'Meddelad',
    withdrawn: 'Återkallad',
  },
  rows: 'Ansvar som berörs',
  rowGone: (row: string, short: string | undefined) => `Rad ${row} finns inte längre i ${short ?? 'avtalet'}.`,
  clause: 'Varför det ska berättas',
  required: (short: string) => `${short} kräver att parterna berättar för varandra:`,
  notRequired: (short: string) =>
    `${short} kräver inte att parterna berättar för varandra om planerade förändringar. De kan göra det ändå, och alla får veta på samma sätt.`,
  receipts: 'Så har parterna svarat',
  receiptColumns: ['Part', 'Svar', 'Öppnad', 'Levererad'],
  replied: (replied: number, told: number) => `${replied} av ${told} parter har svarat.`,
  left: (parties: readonly string[]) => `Förändringen är omskriven och berör inte längre ${formatList(parties)}. De har fått veta det.`,
  leftSelf: 'Den här förändringen berör er inte längre. Ni behöver inte svara på den.',
  notYet: 'Inte än',
  objections: 'Invändningar och svar',
  objected: (party: string) => `${party} invänder`,
  answered: (party: string) => `${party} svarar`,
  acknowledged: (party: string) => `${party} har tagit del`,
  earlierWording: (number: number) => `Gäller formulering ${number}, som sedan har ändrats.`,
  noObjections: 'Ingen part har invänt.',
  history: 'Tidigare formuleringar',
  wording: (number: number, title: string, from: string) => `Formulering ${number}: ${title}, från ${formatDate(from)}.`,
  acts: 'Vad du kan göra',
  acknowledge: 'Vi har tagit del',
  object: 'Invänd',
  answer: (party: string) => `Svara ${party}`,
  amend: 'Ändra',
  withdraw: 'Återkalla',
  done: 'Alla parter ser det nu.',
};

export const announceTexts = {
  title: 'Berätta om en planerad förändring',
  lead: 'Alla andra parter i avtalen får veta det och svarar att de har tagit del, eller invänder. Skriv inget om enskilda personer.',
  submit: 'Berätta för alla parter',
  amend: {
    title: 'Ändra det som är meddelat',
    lead: 'Alla parter får veta det igen och svarar på nytt. Det som sades om den förra formuleringen finns kvar. De som inte längre berörs får veta det.',
    submit: 'Meddela ändringen',
  },
  fields: {
    title: 'Kort rubrik',
    what: 'Vad ska ändras?',
    from: 'Från och med',
    services: 'Vilka verksamheter gäller det?',
    units: 'Vilka av era enheter?',
    affects: 'Vem påverkas, och hur?',
    affectsHint: 'Personer som får stöd eller vård, närstående, och de andra parternas verksamheter.',
    rows: (short: string, status: string) => `Ansvar som berörs i ${short} (${status.toLowerCase()})`,
    rowsHint: 'Välj alla rader som kan påverkas. De avgör vilka parter som får veta.',
  },
};

export const replyTexts = {
  acknowledge: {
    title: 'Ta del av förändringen',
    lead: 'Du svarar för hela din organisation. Alla parter ser att ni har tagit del.',
    submit: 'Vi har tagit del',
  },
  object: {
    title: 'Invänd mot förändringen',
    lead: 'Du svarar för hela din organisation. Alla parter läser invändningen.',
    reason: 'Varför invänder ni, och vad vill ni i stället?',
    submit: 'Lämna invändningen',
  },
  answer: {
    title: (party: string) => `Svara ${party}`,
    lead: 'Alla parter läser svaret.',
    answer: 'Ert svar',
    submit: 'Svara',
  },
  withdraw: {
    title: 'Återkalla förändringen',
    lead: 'Alla parter får veta att förändringen inte blir av. Det som har skrivits finns kvar att läsa.',
    submit: 'Återkalla',
  },
};

export const rowTexts = {
  planned: (from: string) => `Planerad förändring från ${formatDate(from)}:`,
};

export const awaitedTexts = {
  acknowledge: (title: string, party: string, from: string) =>
    `Svara på en planerad förändring hos ${party} från ${formatDate(from)}: ${title}`,
  answer: (title: string, count: number) => `Svara på ${formatCount(count, 'invändning', 'invändningar')}: ${title}`,
};

/** What the fictional parties of the demonstration announce and say. */
export const seedTexts = {
  region: {
    title: 'Beroendemottagningen flyttar ihop med psykiatrins öppenvård',
    what: 'Mottagningen får nya lokaler och gemensam reception med öppenvården. Telefontiderna blir desamma alla vardagar.',
    services: 'Beroendemottagningen och psykiatrins öppenvård',
    affects: 'Personer som kommer till mottagningen får en ny adress. Socialtjänsten bokar möten på ett nytt nummer.',
  },
  municipality: {
    title: 'Öppenvården för vuxna får ny ledning och färre kvällstider',
    what: 'Två grupper slås ihop. Kvällsmottagningen blir en kväll i veckan i stället för två.',
    services: 'Individ- och familjeomsorgens öppenvård',
    affects: 'Personer som arbetar dagtid får färre tider. Regionen kan behöva boka fler gemensamma möten på dagen.',
  },
  objection: 'Vi har bokat gemensamma möten i de gamla lokalerna hela våren. Vänta med flytten till sommaren.',
  answer: 'Ett mötesrum finns kvar i de gamla lokalerna till och med maj. Därefter gör vi upp nya platser med er.',
};
