/** Names of nobody: every combination is invented, and none is taken from a register of people. */
const FIRST = [
  'Alva',
  'Birk',
  'Cornelia',
  'Dag',
  'Elsa',
  'Folke',
  'Greta',
  'Hjalmar',
  'Iris',
  'Joar',
  'Kajsa',
  'Love',
  'Majken',
  'Nils',
  'Olivia',
  'Pål',
  'Ronja',
  'Sixten',
  'Tuva',
  'Viggo',
];
const LAST = [
  'Provdal',
  'Testberg',
  'Exempelius',
  'Demoström',
  'Påhittsson',
  'Mallgren',
  'Skissmark',
  'Övningsholm',
  'Fiktell',
  'Försökslund',
  'Utkaster',
];

/** The nth invented name. The first 220 differ. */
export function inventedName(n: number): string {
  return `${FIRST[n % FIRST.length]} ${LAST[(n + Math.floor(n / FIRST.length)) % LAST.length]}`;
}
