/** What the API's document says of itself, in Swedish. */
export const apiDescription = {
  title: 'Överens',
  version: '1.0.0',
  description:
    'Vem gör vad enligt överenskommelserna mellan region och kommun, med källa till varje svar. Det är öppet att läsa, utan inloggning. ' +
    'Det som gäller personer och ditt eget arbete kräver inloggning. Skriv aldrig personuppgifter i en adress.',
  system:
    'En nyckel för ett eget system, som den som förvaltar organisationen gör för en registrerad adress. Den öppnar händelserna till den adressen och inget annat. Skicka den som `Authorization: Bearer …`.',
  login:
    'Kakan som du får när du loggar in på webbplatsen. Den gäller 30 minuter utan användning och högst tio timmar, och du handlar i det uppdrag du har valt.',
  tags: [
    { name: 'counties', description: 'Län, kommuner och organ' },
    { name: 'organisations', description: 'Organisationer, enheter och platser' },
    { name: 'agreements', description: 'Överenskommelser' },
    { name: 'documents', description: 'Förseglade dokument' },
    { name: 'responsibilities', description: 'Vem gör vad' },
    { name: 'knowledge', description: 'Kunskapsstöd' },
    { name: 'search', description: 'Sökning' },
    { name: 'law', description: 'Lagrum' },
    { name: 'access', description: 'Du som är inloggad' },
    { name: 'work', description: 'Att göra' },
    { name: 'notices', description: 'Notiser' },
    { name: 'undelivered', description: 'Notiser som inte kom fram' },
    { name: 'persons', description: 'Personer' },
    { name: 'plans', description: 'Planer' },
    { name: 'events', description: 'Händelser till egna system' },
    { name: 'retention', description: 'Hur länge kopior av planer sparas' },
    { name: 'consultations', description: 'Remisser' },
    { name: 'drafts', description: 'Arbetsversioner och beslut' },
    { name: 'follow-ups', description: 'Uppföljning av avtal' },
    { name: 'planned-changes', description: 'Planerade förändringar' },
    { name: 'non-compliance', description: 'Påtalade brister' },
    { name: 'imports', description: 'Inläsning av befintliga avtal' },
    { name: 'audit', description: 'Granskning av loggen' },
    { name: 'own-log', description: 'Ditt loggutdrag' },
  ],
};

export const docsTexts = {
  title: 'API',
  heading: 'Bygg vidare på svaren',
  lead: 'Samma svar som sidorna ger, som JSON, med källa till varje svar. Det mesta är öppet, utan inloggning.',
  description: 'Öppet API för överenskommelserna mellan regioner och kommuner: status, text, villkor, ansvar och lagrum.',
  use: 'Så använder du det',
  rules: (limits: { kilobytes: number; perMinute: number }) => [
    { label: 'Form', value: 'JSON i UTF-8, i svar och i det du skickar. Fält och parametrar som inte finns tas inte emot.' },
    { label: 'Dagar', value: 'Skrivs ÅÅÅÅ-MM-DD, mellan åren 1800 och 2199. Utelämnar du dagen gäller svaret i dag, svensk tid.' },
    { label: 'Det vi inte vet', value: 'Står som null, unknown eller not-covered. Vi gissar aldrig.' },
    {
      label: 'Listor',
      value:
        'Kommer i sidor. total är antalet i hela listan och limit hur många du vill ha. Hämta nästa med adressen i Link, eller skicka next som after.',
    },
    {
      label: 'Metoder',
      value: 'HEAD svarar som GET, utan innehåll. OPTIONS berättar i Allow vad adressen tar emot. Annat får 405, också med Allow.',
    },
    { label: 'Samma fråga igen', value: 'Skicka svarets ETag i If-None-Match. Är svaret oförändrat får du 304 utan innehåll.' },
    {
      label: 'Gränser',
      value: `Högst ${limits.kilobytes} kB i ett anrop${limits.perMinute > 0 ? ` och ${limits.perMinute} anrop i minuten` : ''}. Vid 429 står det i Retry-After hur många sekunder du ska vänta.`,
    },
    {
      label: 'Från webbläsare',
      value: 'Alla webbplatser får läsa det som är öppet (CORS), utan kakor. Det som kräver inloggning svarar bara den egna webbplatsen.',
    },
    {
      label: 'Inloggning',
      value:
        'Logga in på webbplatsen (/logga-in) och välj uppdrag (/uppdrag). Skicka sedan med kakan __Host-session: i webbläsaren följer den med av sig själv. Utan den får du 401, och det du inte får se svarar 404. Ibland krävs att du nyss har loggat in: då får du 403 med koden step-up-needed.',
    },
    {
      label: 'Personuppgifter',
      value: 'Skicka dem bara i innehållet till det som kräver inloggning, aldrig i en adress. Allt du läser om en person står i loggen.',
    },
  ],
  document: 'OpenAPI 3.1 som JSON',
  optional: 'kan utelämnas',
  inPath: 'i adressen',
  inQuery: 'parameter',
  example: 'Till exempel',
  body: 'Skicka:',
  bodyExample: 'Exempel att skicka',
  answer: 'Svar',
  otherAnswers: 'Andra svar:',
  answerExample: 'Exempel på svar',
  schemaExample: 'Exempel',
  tryIt: 'Öppna exemplet',
  needsLogin: 'Kräver inloggning.',
  schemas: 'Formerna',
  schemasTitle: 'Former i API:et',
  schemasFrom: (letters: string) => letters.toUpperCase().replace('-', '–'),
  schemasInOrder: 'I bokstavsordning',
  schemasLink: 'Se alla former',
  schemasLead: 'Varje namngiven form i svaren. Ett fält med punkt i namnet ligger inuti ett annat, och [] är varje värde i en lista.',
  problems: 'När något är fel',
  problemsLead:
    'Felsvar har typen application/problem+json (RFC 9457). Fältet code ändras inte och går att bygga på. Fältet errors pekar på varje fel, högst hundra: #/… i det du skickade, query:/… bland parametrarna och path:/… i adressen.',
  problemColumns: ['Kod', 'Status', 'Vad det betyder'],
};
