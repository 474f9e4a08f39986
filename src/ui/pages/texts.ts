/** The kinds of refusal a whole page can be the answer to. */
export type ErrorStatus = 400 | 403 | 404 | 405 | 413 | 429 | 500 | 503;

/** What happened, what was saved, what to do. Never blame, never a code alone. */
export const errorTexts: Record<ErrorStatus, { readonly title: string; readonly what: string; readonly todo: readonly string[] }> = {
  400: {
    title: 'Vi förstod inte det du skickade',
    what: 'Adressen eller formuläret innehöll något som vi inte kunde läsa. Inget har sparats.',
    todo: ['Gå tillbaka och försök igen.', 'Kopierade du en adress? Kontrollera att hela kom med.'],
  },
  403: {
    title: 'Du har inte tillgång till sidan',
    what: 'Sidan finns, men din roll får inte öppna den. Inget har ändrats.',
    todo: ['Behöver du den i ditt arbete? Fråga den som sköter behörigheter hos dig.', 'Har du flera roller? Logga in med den andra.'],
  },
  404: {
    title: 'Sidan finns inte',
    what: 'Adressen kan vara fel, eller så har sidan flyttat.',
    todo: ['Kontrollera adressen om du skrev den själv.', 'Sök efter det du letar efter, eller börja från startsidan.'],
  },
  405: {
    title: 'Det går inte att göra så här på sidan',
    what: 'Sidan finns, men tar inte emot det som skickades. Inget har ändrats.',
    todo: ['Gå till sidan på vanligt sätt och försök därifrån.', 'Kom du från ett formulär? Börja om från sidan det finns på.'],
  },
  413: {
    title: 'Det du skickade är för stort',
    what: 'Vi kunde inte ta emot det. Inget har sparats.',
    todo: ['Gå tillbaka, korta texten och försök igen.'],
  },
  429: {
    title: 'Det kom för många frågor på en gång',
    what: 'Vi pausar en liten stund så att tjänsten fungerar för alla.',
    todo: ['Vänta en minut och försök igen.'],
  },
  500: {
    title: 'Något gick fel hos oss',
    what: 'Felet är vårt, inte ditt. Det du just gjorde har inte sparats.',
    todo: ['Försök igen om en stund.', 'Händer det igen? Hör av dig och uppge felnumret.'],
  },
  503: {
    title: 'Just nu når vi inte databasen',
    what: 'Tjänsten är igång men kommer inte åt sina uppgifter. Det löser sig oftast av sig själv.',
    todo: [
      'Vänta en liten stund och ladda om sidan.',
      'Skickade du något? Titta efter om det kom med innan du skickar det igen.',
      'Händer det igen? Hör av dig och uppge felnumret.',
    ],
  },
};

export const errorPageTexts = {
  todo: 'Det här kan du göra',
  requestId: 'Felnummer',
  search: 'Sök i Överens',
  start: 'Till startsidan',
  status: 'Fel',
};

/** The accessibility statement, as the law on accessible digital public service asks for it, in our own words. */
export const accessibilityTexts = {
  title: 'Tillgänglighet',
  lead: 'Överens ska fungera för alla. Här står hur långt vi har kommit, vad som brister och hur du säger till.',
  assessed: '2026-11-22',
  state: {
    heading: 'Så tillgänglig är webbplatsen',
    text: 'Överens är delvis förenlig med lagen om tillgänglighet till digital offentlig service (2018:1937). Målet är WCAG 2.2, nivå AA.',
    works: 'Allt går att göra med tangentbord, utan skript, i ljust och mörkt läge, förstorat till 400 procent och på papper.',
  },
  shortcomings: {
    heading: 'Det här brister',
    items: [
      'Webbplatsen är inte prövad av personer som använder skärmläsare eller andra hjälpmedel i vardagen.',
      'Ansvarsmatrisen visas som kort på smala skärmar. Vissa skärmläsare läser den då som text och inte som tabell.',
      'Avtalen är återgivna med korta egna ord. De ursprungliga dokumenten ligger hos regionen och kommunerna, och kan vara svåra att läsa med hjälpmedel.',
      'Det finns ännu ingen version på lättläst svenska, på teckenspråk eller på andra språk.',
    ],
  },
  report: {
    heading: 'Säg till om något inte fungerar',
    text: 'Berätta vilken sida det gäller och vad som hände. Du kan också be att få innehållet på ett annat sätt.',
    missing: 'Kontaktvägen är inte inlagd',
    missingText: 'Den som driver tjänsten har inte angett någon adress än. Vänd dig till din region eller kommun.',
    email: 'E-post',
    phone: 'Telefon',
  },
  supervision: {
    heading: 'Tillsyn',
    text: 'Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Är du inte nöjd med hur vi tar hand om det du säger kan du anmäla till Digg.',
    link: 'Anmäl bristande tillgänglighet till Digg',
    href: 'https://www.digg.se/tdosanmalan',
  },
  tested: {
    heading: 'Så har vi testat',
    text: 'Vi har själva granskat webbplatsen. Varje sida prövas automatiskt med axe varje gång den ändras, och färgernas kontrast räknas ut. Vi har tittat på sidorna i olika bredder, i ljust och mörkt läge och som utskrift.',
    date: 'Bedömningen gjordes och redogörelsen uppdaterades den',
  },
};

export const aboutTexts = {
  title: 'Om Överens',
  lead: 'Överens visar vem som gör vad när regionen och kommunen har kommit överens om att samarbeta.',
  why: {
    heading: 'Varför tjänsten finns',
    text: [
      'Regioner och kommuner ska enligt lag komma överens om hur de samarbetar kring personer med skadligt bruk eller beroende och personer med psykisk funktionsnedsättning.',
      'Avtalen är ofta långa. Här kan du fråga dem i stället: vem ansvarar, på vilket villkor och enligt vilken mening i vilket avtal.',
    ],
  },
  how: {
    heading: 'Så kommer svaren till',
    items: [
      'Varje svar bygger på en mening i ett avtal eller på en lag. Källan står alltid intill, som länk.',
      'Om ett avtal gäller räknas ut för den dag du frågar om. Ingen kan ställa in det för hand.',
      'Märkningen Lag, Föreskrift, Överenskommelse, Rutin eller Förslag visar vad en uppgift eller tidsgräns vilar på.',
      'En markering i matrisen säger att någon ansvarar. Den säger aldrig att ingen annan gör det.',
    ],
  },
  unknown: {
    heading: 'Det vi inte vet',
    text: 'När något inte går att ta reda på står det Okänt, och vi skriver var vi har letat. Vi gissar inte. Kan det gå på två sätt visar vi båda.',
  },
  sources: {
    heading: 'Källor',
    text: 'Avtalens innehåll är återgivet med våra egna, korta ord. Fakta, tal och rubriker följer avtalen. Det är avtalen själva som gäller.',
  },
  privacy: {
    heading: 'Personuppgifter',
    text: 'De öppna sidorna frågar aldrig efter namn eller personnummer. Svar går att dela som länk utan att något om en person följer med. Valet av län sparas som en kaka i din webbläsare, inget annat.',
  },
  open: { heading: 'Öppet för andra system', text: 'Allt som visas öppet finns också som data.', link: 'Läs om API:et' },
};
