/** The Swedish words of the form and the page of the way in by role. */
export const roleFormTexts = {
  title: 'Vad gäller i mitt yrke?',
  navigator: 'Vem gör vad?',
  lead: 'Välj var du arbetar och ditt yrke. Du får en sida med vad avtalen kräver av dig, med källa, som går att skriva ut.',
  place: { label: 'Var arbetar du?', hint: 'Välj kommun, eller hela länet.', empty: 'Välj plats' },
  performer: { label: 'I vilken verksamhet?', all: 'Alla verksamheter' },
  role: { label: 'Vilket är ditt yrke?', all: 'Alla yrken' },
  dayHint: 'År-månad-dag. Töm fältet för i dag.',
  submit: 'Visa vad avtalen kräver',
  unreadable: {
    ort: 'Platsen går inte att läsa. Välj i listan.',
    utforare: 'Verksamheten går inte att läsa. Välj i listan.',
    yrke: 'Yrket går inte att läsa. Välj i listan.',
  },
  choose: 'Välj i listorna.',
};

export const rolePageTexts = {
  title: 'Vad avtalen kräver av dig',
  state: (day: string) => `Läget ${day}`,
  choices: 'Dina val',
  always: { heading: 'Alltid', lead: 'Det här hör till ditt arbete, vad personen än behöver hjälp med.' },
  onCondition: { heading: 'I vissa situationer', lead: 'Det här gäller när situationen är den som står på raden.' },
  byOthers: {
    heading: 'Det gör andra',
    lead: 'Avtalen nämner också uppgifter som andra aktörer har. De kan vara bra att känna till.',
  },
  smallPrint:
    'Sidan sammanfattar avtalen. Avtalens egen text gäller. Vilka yrken och verksamheter en uppgift rör är ofta vår läsning. Att en uppgift inte står här betyder inte att du saknar ansvar.',
  empty: {
    heading: 'Avtalen nämner inte ditt yrke här',
    noAgreement: (place: string) => `Registret har inget avtal för ${place}. Det betyder inte att det saknas ett.`,
    noRow: 'Ingen rad pekar ut yrket i den här verksamheten. Lagen gäller ändå, till exempel plikten att genast anmäla oro för barn.',
    allRoles: { title: 'Alla yrken i din verksamhet', text: (performer: string) => `Se allt som avtalen säger om ${performer}.` },
    allPerformers: { title: 'Ditt yrke i alla verksamheter', text: (role: string) => `Se allt som avtalen säger om ${role}.` },
    navigator: 'Utgå från personen du har framför dig i stället.',
  },
};
