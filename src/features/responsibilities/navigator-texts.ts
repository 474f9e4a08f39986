/** The Swedish words of the navigator's pages, around the questions and the answer. */
export const navigatorTexts = {
  title: 'Vem gör vad?',
  lead: 'Svara på högst fem frågor. Du får veta vem som ansvarar, vem som hjälper till och vilket avtal det bygger på.',
  place: { label: 'Var finns personen?', hint: 'Välj kommun, eller hela länet.', empty: 'Välj plats' },
  dayHint: 'Dagen som svaret ska gälla, år-månad-dag. Töm fältet för i dag.',
  proceed: 'Fortsätt',
  noNames: 'Skriv inte namn eller personnummer. Tjänsten sparar inget om personen.',
  byRole: { title: 'Vad gäller i mitt yrke?', text: 'Välj var du arbetar och ditt yrke. Du ser vad avtalen kräver av dig.' },
  errors: {
    noPlace: 'Välj var personen finns.',
    placeNotFound: 'Platsen finns inte i registret. Välj igen.',
    unanswered: 'Välj ett svar. Du kan välja Vet inte.',
  },
  progress: (place: string, question: number, most: number) => `${place} · fråga ${question} av högst ${most}`,
  soFar: 'Hittills',
  answerNow: 'Visa svaret nu',
  situation: 'Situationen',
  summary: 'Svaret sammanfattar avtalen. Avtalens egen text gäller.',
  chief: (names: string) => `${names} har huvudansvar.`,
  joint: (names: string) => `${names} har gemensamt ansvar.`,
  decided: (overview: string) => `Enligt det som är beslutat i dag: ${overview}`,
};
