/** What staff read of what guardians and representatives have said. */
export const spokenTexts = {
  heading: 'Vad vårdnadshavare och företrädare säger',
  lead: 'De har skrivit det själva, i sitt eget namn. Det är inte personens egna ord.',
  as: { guardian: 'Vårdnadshavare', representative: 'Företrädare' },
  about: { needs: 'Hur det är', goals: 'Vad som ska bli bättre', change: 'Om något i planen' },
  answers: { approved: 'Säger ja', objects: 'Vill ha det på ett annat sätt', commented: 'Kommentar', 'not-asked': '' },
} as const;
