/** What is said where an agreement is not known to be in force for a party of the place. */
export const partyTexts = {
  heading: (short: string) => `Gäller inte säkert för alla parter här: ${short}`,
  notFor: (names: string) => `Det är inte känt att avtalet gäller för ${names}.`,
  stays: 'Ansvaret enligt avtalet visas ändå. Stäm av med parten innan du räknar med det.',
  who: 'Se parterna och deras beslut',
  outside: (name: string, short: string) => `${name} är inte part i ${short}`,
  notShown: 'Länets avtal gäller mellan sina parter. Därför visas inte ansvaret i det här.',
  read: 'Läs avtalet',
};
