/** The form to answer on paper. */
export const answerFormTexts = {
  title: (title: string) => `Svarsblankett: ${title}`,
  kind: 'Remiss',
  facts: { sent: 'Skickad', lastDay: 'Svara senast', round: 'Remissens nummer' },
  how: 'Så svarar du',
  steps: [
    'Skriv under de avsnitt som du har synpunkter på. Lämna resten tomt.',
    'Skicka eller lämna blanketten till regionens eller kommunens registrator.',
    'Ditt svar blir en allmän handling. Skriv inget om din egen eller andras hälsa, och inga personnummer.',
  ],
  from: 'Vem svarar?',
  fromHint: 'Organisationens namn. Svarar du som privatperson skriver du Privatperson.',
  asks: 'Det här vill vi särskilt veta',
  whole: 'Hela förslaget',
  view: 'Synpunkt:',
  line: '…………………………………………………………………………………………………………',
  contents: 'Innehåll',
  page: { label: 'Sida', of: 'av' },
};
