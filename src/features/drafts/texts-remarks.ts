import type { Anchored } from '../../domain/drafts/anchor.ts';
import type { RemarkAct, RemarkSort, RemarkState } from '../../domain/drafts/remarks/remark.ts';
import type { RefusalTexts } from '../../platform/index.ts';

export const remarkSortLabels: Record<RemarkSort, string> = {
  comment: 'Kommentar',
  reword: 'Förslag på annan lydelse',
  insert: 'Förslag på ny mening',
  remove: 'Förslag att ta bort meningen',
};

export const remarkStateLabels: Record<RemarkState, string> = {
  open: 'Öppen',
  resolved: 'Löst',
  accepted: 'Infört',
  rejected: 'Avslaget',
  withdrawn: 'Tillbakataget',
};

/** What somebody did, in the thread of a remark. */
export const remarkActLabels: Record<RemarkAct, string> = {
  answer: 'svarade',
  resolve: 'markerade som löst',
  reopen: 'öppnade igen',
  withdraw: 'tog tillbaka',
  accept: 'förde in förslaget',
  reject: 'avslog förslaget',
};

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const remarkTexts = {
  title: 'Kommentarer och förslag',
  lead: 'Vad ni säger till varandra om texten. Det syns bara för den som arbetar med arbetsversionen eller beslutar om den.',
  deciding: 'Texten är lämnad för beslut',
  decidingNote: 'Det går att fråga och svara. Inget av det ändrar texten som ni beslutar om.',
  ask: 'Frågor och kommentarer på texten',
  whole: 'Hela arbetsversionen',
  none: 'Ingen har kommenterat ännu.',
  noneOpen: 'Ingen kommentar och inget förslag är öppet.',
  onlyOpen: 'Visa bara öppna',
  all: (count: number) => `Visa alla (${count})`,
  comment: 'Kommentera',
  commentWhole: 'Kommentera hela arbetsversionen',
  commentSection: 'Kommentera avsnittet',
  onSentence: (text: string, suggest: boolean) => `${suggest ? 'Kommentera eller föreslå ändring av' : 'Kommentera'}: ${text}`,
  open: ({ comments, suggestions }: { comments: number; suggestions: number }): string => {
    const parts = [
      ...(comments > 0 ? [counted(comments, 'öppen kommentar', 'öppna kommentarer')] : []),
      ...(suggestions > 0 ? [counted(suggestions, 'förslag utan svar', 'förslag utan svar')] : []),
    ];
    return parts.length > 0 ? parts.join(' och ') : 'Kommentarer och förslag';
  },
  ofSection: (count: number, suggest: boolean): string => {
    if (count > 0) return `${counted(count, 'öppen kommentar eller förslag', 'öppna kommentarer och förslag')} på avsnittet`;
    return suggest ? 'Kommentera eller föreslå ändringar' : 'Kommentera avsnittet';
  },
  section: (heading: string) => `Kommentarer på ${heading}`,
  sectionLead: 'Avsnittet mening för mening, med det som har sagts om det.',
  write: 'Skriv i avsnittet',
  noText: 'Avsnittet har ingen text ännu.',
  suggested: 'Förslag',
  afterSentence: 'Efter meningen',
  nthSentence: (name: string, nth: number) => `${name}, mening ${nth}`,
  last: 'Sist i avsnittet',
  now: {
    same: undefined,
    changed: 'Texten har ändrats sedan dess',
    moved: 'Orden står nu på en annan plats',
    gone: 'Texten finns inte kvar',
  } as Record<Anchored['is'], string | undefined>,
  nowReads: 'Så står det nu',
  by: (name: string, side: string, at: string) => `${name || 'Någon i länet'} (${side.toLowerCase()}), ${at}`,
  did: (name: string, act: string, at: string) => `${name || 'Någon i länet'} ${act} ${at}`,
  toThread: 'Svara eller avgör',
  about: (what: string) => `: ${what}`,
  place: 'Om',
  waiting: (title: string, count: number) => `${counted(count, 'förslag väntar på svar', 'förslag väntar på svar')} i ${title}`,
};

export const newRemarkTexts = {
  title: 'Ny kommentar eller nytt förslag',
  titleComment: 'Ny kommentar',
  lead: (what: string) => `Om: ${what}`,
  submit: 'Skicka',
  sort: 'Vad vill du?',
  sorts: {
    comment: { label: 'Kommentera', hint: 'Fråga, invänd eller påpeka något.' },
    reword: { label: 'Föreslå en annan lydelse', hint: 'Ändra orden i meningen nedan.' },
    insert: { label: 'Föreslå en ny mening', hint: 'Den läggs efter meningen, eller sist i avsnittet.' },
    remove: { label: 'Föreslå att meningen tas bort', hint: 'Skriv gärna varför.' },
  } satisfies Record<RemarkSort, { label: string; hint: string }>,
  wording: 'Förslag på lydelse',
  wordingHint: 'En mening. Behövs bara om du föreslår en annan lydelse eller en ny mening.',
  text: 'Kommentar',
  textHint: 'Eller skälet till ditt förslag. Skriv inga uppgifter om enskilda personer.',
  reads: 'Så står det',
};

export const threadTexts = {
  title: 'Svara eller avgör',
  act: 'Vad vill du göra?',
  acts: {
    answer: { label: 'Svara', hint: 'Skriv ditt svar nedan.' },
    resolve: { label: 'Markera som löst', hint: 'Den kan öppnas igen.' },
    reopen: { label: 'Öppna igen', hint: undefined },
    withdraw: { label: 'Ta tillbaka', hint: 'Den står kvar att läsa, men ingen behöver svara.' },
    accept: { label: 'För in förslaget i texten', hint: 'Texten ändras genast. Båda sidor godkänner sedan avsnittet som vanligt.' },
    reject: { label: 'Avslå förslaget', hint: 'Skriv varför. Den som föreslog får veta det.' },
  } satisfies Record<RemarkAct, { label: string; hint: string | undefined }>,
  text: 'Svar eller skäl',
  submit: 'Spara',
  closed: 'Det finns inget mer att göra här.',
};

/** What is said when something about a remark cannot be done. */
export const remarkRefusals: RefusalTexts = {
  'remark-not-found': { status: 404, title: 'Kommentaren finns inte', detail: () => 'Det finns ingen sådan kommentar på arbetsversionen.' },
  'remark-not-in-state': {
    status: 409,
    title: 'Går inte nu',
    detail: ({ state }) =>
      state === 'open'
        ? 'Det går inte att göra med den här. Välj något av det som står i formuläret.'
        : `Någon har hunnit före. Den är redan: ${remarkStateLabels[String(state) as RemarkState]?.toLowerCase()}. Ingenting har ändrats.`,
  },
  'remark-empty': {
    status: 422,
    title: 'Något saknas',
    detail: ({ field }) => (field === 'wording' ? 'Skriv den lydelse som du föreslår.' : 'Skriv vad du vill säga.'),
    at: ({ field }) => `/${field}`,
  },
  'remark-not-here': {
    status: 422,
    title: 'Går inte att föreslå här',
    detail: () => 'Här går det bara att kommentera. Välj en mening för att föreslå en annan lydelse.',
    at: () => '/sort',
  },
  'remark-place-not-found': {
    status: 409,
    title: 'Platsen finns inte längre',
    detail: () => 'Texten som du kommenterar har tagits bort. Det du skrev är kvar. Välj en annan plats.',
  },
  'remark-same': {
    status: 422,
    title: 'Lydelsen är densamma',
    detail: () => 'Förslaget är ordagrant det som redan står.',
    at: () => '/wording',
  },
  'suggestion-outdated': {
    status: 409,
    title: 'Texten är en annan nu',
    detail: ({ is }) =>
      is === 'gone'
        ? 'Meningen finns inte kvar, så förslaget går inte att föra in. Avslå det med ett skäl, eller skriv i avsnittet.'
        : 'Meningen har ändrats sedan förslaget skrevs, så det går inte att föra in. Jämför nedan. Avslå det med ett skäl, eller skriv i avsnittet.',
  },
};

/** What the API says of remarks. */
export const remarkApiTexts = {
  read: 'Kommentarer och förslag på en arbetsversion',
  readAnswer: 'Kommentarerna och förslagen, äldst först',
  list: 'Allt som har sagts om arbetsversionen. `number` är numret på den senaste ändringen av texten: skicka det som `seen`.',
  remark:
    'En kommentar, eller ett förslag på text (`reword` annan lydelse, `insert` ny mening, `remove` ta bort meningen). `place` är platsen: `section:<id>`, `term:<namn>`, `row:<id>` eller tom för helheten. `words` är vad som stod där då, `now` vad som har blivit av det. `may` är vad du kan göra nu. Null är det som inte har sagts.',
  say: 'Kommentera eller föreslå ändring',
  sayNote:
    'Kommentarer går också när texten är lämnad för beslut, förslag bara medan den skrivs. De som har skrivit i arbetsversionen får veta det.',
  newRemark:
    '`seen` är numret på den text du såg. En kommentar har `text`, ett förslag `wording` (utom `remove`) och gäller en mening: `sentence`, eller för `insert` sist i avsnittet. `key` är valfri: samma nyckel två gånger ger en kommentar.',
  said: 'Den är sparad',
  kept: 'Kommentarens eller förslagets id.',
  act: 'Svara på en kommentar eller ett förslag, eller avgör det',
  actNote:
    'Förslag förs in (`accept`) eller avslås med skäl (`reject`) av dem som skriver. Kommentarer besvaras och markeras som lösta. De som är med i tråden får veta det.',
  newAct: '`text` behövs för `answer` och `reject`. `key` är valfri: samma nyckel två gånger gör det en gång.',
  acted: 'Det är gjort',
} as const;

/** What the fictional remarks of the demonstration say. */
export const seedRemarkTexts = {
  comment: 'Ska det här läsas så att det gäller också dem som är under 18 år? (Påhittat.)',
  answer: 'Ja, det är tanken. Vi kan skriva ut det. (Påhittat.)',
  reason: 'Kortare och lättare att läsa. (Påhittat.)',
  settled: 'Det står redan i nästa avsnitt. (Påhittat.)',
  added: 'Personen får veta vem som håller i kontakten.',
};
