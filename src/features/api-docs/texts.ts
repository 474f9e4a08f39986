/** What the API's document says of itself, in Swedish. */
export const apiDescription = {
  title: 'Överens',
  version: '1.0.0',
  description:
    'Vem gör vad enligt överenskommelserna mellan region och kommun, med källa till varje svar. Öppet att läsa, utan inloggning. ' +
    'Skicka aldrig personuppgifter.',
  tags: [
    { name: 'counties', description: 'Län, kommuner och gemensamma organ' },
    { name: 'agreements', description: 'Överenskommelser: status, text, villkor och versioner' },
    { name: 'responsibilities', description: 'Vem gör vad: situation, matris och svar' },
    { name: 'law', description: 'Lagar och hänvisningar till dem' },
  ],
};
