import type { NoticeKind } from '../../domain/notifications/kinds.ts';
import { formatDate } from '../../ui/index.ts';
import type { Told } from './name-params.ts';
import {
  agreementHref,
  by,
  dayOf,
  type KindText,
  lackSentences,
  period,
  plannedSentences,
  signatureSentences,
} from './texts-kind-parts.ts';
import { planNoticeTexts } from './texts-kinds-plans.ts';

/** The words of each kind of notice. */
export const kindTexts: Record<NoticeKind, KindText> = {
  'agreement-ends': {
    label: 'Ett avtal som ni följer tar snart slut',
    sentence: ({ params }) =>
      `Ett avtal som ni följer gäller till och med ${dayOf(params.end)}. Det är högst ${params.months === 1 ? 'en månad' : `${Number(params.months ?? 12)} månader`} kvar.`,
    href: agreementHref,
    counted: ['notis om ett avtal som tar slut', 'notiser om avtal som tar slut'],
  },
  'agreement-extended': {
    label: 'Ett avtal har förlängts',
    sentence: ({ params }) =>
      `Ett avtal som ni följer har förlängts enligt sina egna villkor. Det gäller till och med ${dayOf(params.until)}. På sidan står vad förlängningen vilar på.`,
    href: agreementHref,
    counted: ['notis om ett avtal som har förlängts', 'notiser om avtal som har förlängts'],
  },
  'comment-answered': {
    label: 'En synpunkt du har lämnat i en remiss har fått svar',
    sentence: () => 'En synpunkt som du har lämnat i en remiss har fått svar.',
    href: ({ params }) => (params.consultation ? `/remisser/${String(params.consultation)}` : undefined),
    counted: ['notis om svar på en synpunkt', 'notiser om svar på synpunkter'],
  },
  'consultation-closed': {
    label: 'En remiss som ni är tillfrågade i är avslutad',
    sentence: () => 'En remiss som ni är tillfrågade i är avslutad. Läs vad synpunkterna ledde till.',
    href: ({ params }) => (params.consultation ? `/remisser/${String(params.consultation)}/sammanstallning` : undefined),
    counted: ['notis om en avslutad remiss', 'notiser om avslutade remisser'],
  },
  'consultation-extended': {
    label: 'En remiss som ni är tillfrågade i är förlängd',
    sentence: ({ params }) => `Ni har fått längre tid att svara på en remiss. Svara senast ${formatDate(String(params.to))}.`,
    href: ({ params }) => (params.consultation ? `/remisser/${String(params.consultation)}` : undefined),
    counted: ['notis om en förlängd remiss', 'notiser om förlängda remisser'],
  },
  'consultation-opened': {
    label: 'Ni är tillfrågade i en remiss',
    sentence: ({ params }) =>
      `Ni är tillfrågade i en remiss om ett förslag till överenskommelse. Svara senast ${formatDate(String(params.to))}.`,
    href: ({ params }) => (params.consultation ? `/remisser/${String(params.consultation)}` : undefined),
    counted: ['notis om en remiss att svara på', 'notiser om remisser att svara på'],
  },
  'consultation-recalled': {
    label: 'En remiss som ni är tillfrågade i är återkallad',
    sentence: () => 'En remiss som ni är tillfrågade i är återkallad. Ni behöver inte svara på den.',
    href: ({ params }) => (params.consultation ? `/remisser/${String(params.consultation)}` : undefined),
    counted: ['notis om en återkallad remiss', 'notiser om återkallade remisser'],
  },
  'contact-by-number': {
    label: 'Ett ärende har öppnats med en person som redan fanns',
    sentence: (told) =>
      `${told.nameOf('account') ?? 'Någon'} har öppnat ett ärende med en person som redan fanns hos er, genom att skriva personens nummer. Granska det i loggen.`,
    href: () => '/logg',
    counted: ['notis om ett ärende att granska i loggen', 'notiser om ärenden att granska i loggen'],
  },
  'records-joined': {
    label: 'Två poster om samma person har förts ihop',
    sentence: () => 'Två poster om samma person har förts ihop. Granska det i loggen.',
    href: () => '/logg',
    counted: ['notis om poster som har förts ihop', 'notiser om poster som har förts ihop'],
  },
  'change-planned': {
    label: 'En annan part planerar en förändring',
    sentence: ({ params }) =>
      plannedSentences[String(params.step)]?.(formatDate(String(params.from))) ?? plannedSentences.announced('senare'),
    href: ({ params }) => (params.change ? `/planerade-forandringar/${String(params.change)}` : undefined),
    counted: ['notis om en planerad förändring', 'notiser om planerade förändringar'],
  },
  'change-objected': {
    label: 'En part har invänt mot en planerad förändring, eller fått svar',
    sentence: (told) =>
      told.params.step === 'answered'
        ? `Er invändning mot en planerad förändring är besvarad${by(told, 'by')}.`
        : `En planerad förändring har fått en invändning${by(told, 'by')}.`,
    href: ({ params }) => (params.change ? `/planerade-forandringar/${String(params.change)}` : undefined),
    counted: ['notis om en invändning', 'notiser om invändningar'],
  },
  'non-compliance-noted': {
    label: 'En brist är påtalad, eller besvarad',
    sentence: ({ params }) => lackSentences[String(params.step)] ?? lackSentences['pointed-out'],
    href: ({ params }) => (params.notice ? `/patalade-brister/${String(params.notice)}` : undefined),
    counted: ['notis om en påtalad brist', 'notiser om påtalade brister'],
  },
  'party-turned': {
    label: 'En annan part lämnar ett avtal, eller går med',
    sentence: (told) =>
      `En part ${told.params.turn === 'joined' ? 'går med i' : 'lämnar'} ett avtal från ${dayOf(told.params.from)}${by(told, 'by')}.`,
    href: agreementHref,
    counted: ['notis om en part som lämnar eller går med', 'notiser om parter som lämnar eller går med'],
  },
  'party-turn-corrected': {
    label: 'En part rättar att den lämnar ett avtal, eller går med',
    sentence: (told) => {
      const { turn, from, instead } = told.params;
      const what = turn === 'joined' ? 'gick med i' : 'lämnade';
      const right = instead ? ` Rätt dag är ${dayOf(instead)}.` : '';
      return `Det var fel att en part ${what} ett avtal från ${dayOf(from)}${by(told, 'by')}.${right}`;
    },
    href: agreementHref,
    counted: ['notis om en rättad anteckning om en part', 'notiser om rättade anteckningar om parter'],
  },
  'decision-awaited': {
    label: 'Ett beslut eller en underskrift väntar på dig',
    sentence: () => 'En överenskommelse är lämnad för beslut. Ditt beslut eller din underskrift står på tur.',
    href: ({ params }) => (params.draft ? `/arbetsversioner/${String(params.draft)}/beslut` : undefined),
    counted: ['notis om ett beslut som väntar', 'notiser om beslut som väntar'],
  },
  'signature-ended': {
    label: 'Så gick det med din underskrift hos underskriftstjänsten',
    sentence: ({ params }) => signatureSentences[String(params.came)] ?? signatureSentences.refused,
    href: ({ params }) => (params.order ? `/underskrift/${String(params.order)}` : undefined),
    counted: ['notis om din underskrift', 'notiser om dina underskrifter'],
  },
  'signature-missing': {
    label: 'En underskrift som du väntar på blev inte av',
    sentence: ({ params }) =>
      params.came === 'declined'
        ? 'Någon som skulle skriva under en överenskommelse har avböjt. Underskriften saknas fortfarande.'
        : 'En underskrift av en överenskommelse kunde inte tas emot. Den saknas fortfarande.',
    href: ({ params }) => (params.draft ? `/arbetsversioner/${String(params.draft)}/beslut` : undefined),
    counted: ['notis om en underskrift som saknas', 'notiser om underskrifter som saknas'],
  },
  'deputy-named': {
    label: 'Du är ersättare för någon som är borta',
    sentence: (told) => `Du är ersättare för ${told.nameOf('account') ?? 'en kollega'} ${period(told)}. Då får du också de notiserna.`,
    href: () => '/notiser/installningar',
    counted: ['notis om att du är ersättare', 'notiser om att du är ersättare'],
  },
  'deputy-released': {
    label: 'Du är inte längre ersättare',
    sentence: (told) => `Du är inte längre ersättare för ${told.nameOf('account') ?? 'en kollega'} ${period(told)}.`,
    counted: ['notis om att du inte längre är ersättare', 'notiser om att du inte längre är ersättare'],
  },
  'disclosure-decided': {
    label: 'Ett beslut om att berätta utan samtycke ska granskas',
    sentence: () => 'Någon hos er har beslutat att berätta något i en plan utan samtycke, enligt lag. Granska beslutet.',
    href: () => '/logg/beslut',
    counted: ['notis om ett beslut att granska', 'notiser om beslut att granska'],
  },
  'disclosure-reviewed': {
    label: 'Ditt beslut om att berätta utan samtycke är granskat',
    sentence: () => 'Ett beslut som du har fattat om att berätta utan samtycke är granskat. Läs vad granskaren kom fram till.',
    href: ({ params }) => `/planer/${String(params.plan)}/beslut`,
    counted: ['notis om ett granskat beslut', 'notiser om granskade beslut'],
  },
  'disclosed-to-unit': {
    label: 'Delar av en plan är öppna för din enhet',
    sentence: (told) => `Delar av en samordnad plan är öppna för din enhet en tid, genom ett beslut enligt lag${by(told, 'organisation')}.`,
    href: ({ params }) => `/planer/${String(params.plan)}`,
    counted: ['notis om en plan som är öppen', 'notiser om planer som är öppna'],
  },
  'emergency-opened': {
    label: 'En nödöppning ska granskas',
    sentence: (told) => `Uppgifter har öppnats i en nödsituation${by(told, 'organisation')}. Granska öppningen i loggen.`,
    href: () => '/logg',
    counted: ['notis om en nödöppning att granska', 'notiser om nödöppningar att granska'],
  },
  'emergency-opened-yours': {
    label: 'Dina uppgifter har öppnats i en nödsituation',
    sentence: (told) => `Dina uppgifter har öppnats i en nödsituation${by(told, 'organisation')}. Du kan se vem som har tittat.`,
    href: () => '/mina-uppgifter',
    counted: ['notis om vem som har tittat', 'notiser om vem som har tittat'],
  },
  'extension-lost': {
    label: 'En förlängning saknar grund',
    sentence: ({ params }) =>
      `Ett avtal antecknades som förlängt till ${dayOf(params.until)}, men det som förlängningen vilade på har rättats. Se efter vad som gäller nu.`,
    href: agreementHref,
    counted: ['notis om en förlängning utan grund', 'notiser om förlängningar utan grund'],
  },
  'extension-unknown': {
    label: 'Det är okänt om ett avtal har förlängts',
    sentence: ({ params }) =>
      `Ett avtal som ni följer gällde till ${dayOf(params.end)}. Vi vet inte om det förlängdes, och därför har ingen förlängning gjorts. Skriv in det ni vet.`,
    href: (told) => (told.params.agreement ? `/avtal/${String(told.params.agreement)}/forlangning` : undefined),
    counted: ['notis om en förlängning som är okänd', 'notiser om förlängningar som är okända'],
  },
  'protected-access-changed': {
    label: 'Behörighet till skyddade uppgifter har ändrats',
    sentence: (told) =>
      told.params.given === true
        ? `${told.nameOf('account') ?? 'Någon'} har fått behörighet att se skyddade uppgifter.`
        : `${told.nameOf('account') ?? 'Någon'} har inte längre behörighet att se skyddade uppgifter.`,
    counted: ['notis om ändrad behörighet', 'notiser om ändrad behörighet'],
  },
  'organisation-merged': {
    label: 'En organisation går upp i en annan',
    sentence: ({ params, nameOf }) =>
      `Länsförvaltaren låter ${nameOf('organisation') ?? 'en organisation'} gå upp i ${nameOf('into') ?? 'en annan'} från ${formatDate(String(params.from))}. Enheter, uppdrag, konton och akter följer med. Behörigheter till skyddade uppgifter behöver ges på nytt.`,
    href: ({ params }) => (params.organisation ? `/organisationer/${String(params.organisation)}` : undefined),
    counted: ['notis om en organisation som går upp i en annan', 'notiser om organisationer som går upp i andra'],
  },
  'organisation-split': {
    label: 'En organisation delas',
    sentence: ({ params, nameOf }) =>
      `Länsförvaltaren delar ${nameOf('organisation') ?? 'en organisation'} från ${formatDate(String(params.from))}. Enheter, uppdrag, konton och akter följer med till de nya organisationerna. Behörigheter till skyddade uppgifter behöver ges på nytt.`,
    href: ({ params }) => (params.organisation ? `/organisationer/${String(params.organisation)}` : undefined),
    counted: ['notis om en organisation som delas', 'notiser om organisationer som delas'],
  },
  'protected-looked': {
    label: 'Någon har sett skyddade uppgifter',
    sentence: (told) => `${told.nameOf('account') ?? 'Någon'} har sett uppgifter om en person med skyddad identitet. Granska det i loggen.`,
    href: () => '/logg',
    counted: ['notis om något att granska i loggen', 'notiser om något att granska i loggen'],
  },
  ...planNoticeTexts,
  'protection-changed': {
    label: 'Skydd av en identitet har ändrats',
    sentence: (told) =>
      told.params.set === true
        ? 'En persons identitet har fått skydd. Det gäller genast.'
        : 'Skyddet för en persons identitet har tagits bort.',
    counted: ['notis om ändrat skydd', 'notiser om ändrat skydd'],
  },
  'remark-answered': {
    label: 'Någon har svarat på din kommentar eller ditt förslag',
    sentence: ({ params }) => remarkSentences[String(params.act)] ?? 'Något har hänt med en kommentar på en arbetsversion.',
    href: remarkHref,
    counted: ['notis om en kommentar eller ett förslag', 'notiser om kommentarer och förslag'],
  },
  'remark-written': {
    label: 'Någon har kommenterat en text som du har skrivit i, eller föreslagit en ändring',
    sentence: ({ params }) =>
      params.sort === 'comment'
        ? 'Någon har kommenterat en arbetsversion som du har skrivit i.'
        : 'Någon har föreslagit en ändring i en arbetsversion som du har skrivit i.',
    href: remarkHref,
    counted: ['notis om en ny kommentar eller ett nytt förslag', 'notiser om nya kommentarer och förslag'],
  },
  'unit-moved': {
    label: 'En enhet har flyttats till eller från din organisation',
    sentence: ({ params, nameOf }) =>
      `Länsförvaltaren har flyttat ${nameOf('unit') ?? 'en enhet'} från ${nameOf('before') ?? 'en organisation'} till ${nameOf('organisation') ?? 'en annan'} från ${formatDate(String(params.from))}.`,
    href: ({ params }) => (params.unit ? `/organisation/enheter/${String(params.unit)}` : undefined),
    counted: ['notis om en enhet som har flyttats', 'notiser om enheter som har flyttats'],
  },
};

/** Where a comment or a suggestion stands, with what has been done about it. */
function remarkHref({ params }: Told): string | undefined {
  return params.draft ? `/arbetsversioner/${String(params.draft)}/kommentarer?visa=alla#kommentar-${String(params.remark)}` : undefined;
}

/** What was done about a comment or a suggestion that somebody wrote or answered. */
const remarkSentences: Readonly<Record<string, string>> = {
  answer: 'Någon har svarat på en kommentar som du är med i.',
  resolve: 'En kommentar som du är med i är markerad som löst.',
  reopen: 'En kommentar som du är med i är öppen igen.',
  withdraw: 'En kommentar som du är med i är tillbakatagen.',
  accept: 'Förslaget till ändrad text är infört i arbetsversionen.',
  reject: 'Förslaget till ändrad text är avslaget. Skälet står i tråden.',
};
