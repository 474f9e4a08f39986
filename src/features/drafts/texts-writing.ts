/** The words that a new agreement begins with, until its writers change them. */
export const writingTexts = {
  newAgreement: {
    source: 'Arbetsversion, inte beslutad',
    adoption: 'Varje part beslutar i sitt eget beslutande organ.',
  },
};

/** What the fictional working copies of the demonstration say of themselves. */
export const seedTexts = {
  written: 'Arbete 1',
  submitted: 'Förslag 1',
  children: 'Varje ansvar är prövat: barn som själva har svårigheter och barn som är närstående. (Påhittat.)',
  influence: 'Två möten med länets brukarråd, som fick utkastet i förväg och svar på varje synpunkt. (Påhittat.)',
};
