export const workTexts = {
  title: 'Att göra',
  lead: (count: number) => (count === 0 ? 'Inget väntar på dig.' : count === 1 ? 'En sak väntar på dig.' : `${count} saker väntar på dig.`),
  what: 'Vad',
  due: 'Senast',
  basis: 'Grund',
  late: (distance: string) => `försenat, ${distance}`,
  noLimit: 'Ingen tidsgräns',
  empty: {
    heading: 'Inget att göra just nu',
    text: 'Här samlas det som har en tidsgräns eller väntar på svar från dig. Det fylls på av sig självt.',
  },
  chooseFirst: { heading: 'Välj uppdrag först', text: 'Vad som väntar beror på vad du arbetar som.', link: 'Välj uppdrag' },
  confirmContacts: (unit: string) => `Bekräfta kontaktuppgifterna för ${unit}`,
  reviewEmergency: (opened: string) => `Granska nödöppningen ${opened}`,
  undelivered: (count: number) => (count === 1 ? 'En notis kom inte fram' : `${count} notiser kom inte fram`),
  endingAssignment: (name: string, role: string) => `Uppdraget för ${name} (${role}) tar slut`,
};
