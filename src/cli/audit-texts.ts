import type { AuditFault } from '../domain/audit/fault.ts';

const what: Record<AuditFault['kind'], string> = {
  changed: 'händelsen är ändrad efter att den förseglades',
  removed: 'händelsen är borttagen',
  inserted: 'händelsen är inlagd i efterhand och aldrig förseglad',
  'leaf-removed': 'platsen i förseglingen är borttagen',
  'leaf-changed': 'platsens kontrollsumma är ändrad',
  reordered: 'händelsen står på fel plats',
  'not-as-sealed': 'någon av händelserna är ändrad eller utbytt',
  'node-removed': 'en kontrollsumma över platserna är borttagen',
  'node-changed': 'en kontrollsumma över platserna är ändrad',
  'node-inserted': 'det finns kontrollsummor som inte hör till någon plats',
  unsigned: 'platserna är förseglade men inte under någon signatur',
  time: 'händelsens tid stämmer inte med när den förseglades',
  root: 'den signerade summan stämmer inte med händelserna',
  signature: 'signaturen är fel',
  'unknown-key': 'signerad med en nyckel som inte är betrodd',
  'checkpoint-removed': 'en signerad kontrollpunkt före den här är borttagen',
  unreadable: 'raden går inte att läsa',
};

/** Where a fault is: `Plats 10–11, kontrollpunkt 14`. */
function where({ from, to, checkpoint }: AuditFault): string {
  const places = from === null ? [] : [from === to ? `plats ${from}` : `plats ${from}–${to}`];
  const points = checkpoint === null ? [] : [`kontrollpunkt ${checkpoint}`];
  const text = [...places, ...points].join(', ') || 'utanför förseglingen';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the commands about the log say. */
export const auditTexts = {
  fault: (fault: AuditFault) => `${where(fault)}: ${what[fault.kind]}${fault.events.map((id) => ` [${id}]`).join('')}`,
  sound: (events: number, checkpoints: number) =>
    `Loggen är hel: ${events} förseglade händelser, ${checkpoints} signerade kontrollpunkter.`,
  waiting: (count: number) => `${count} händelser väntar på att förseglas. Det är inget fel.`,
  faulty: (count: number, told: number) => `Loggen är inte hel: ${count} fel.${told < count ? ` De första ${told} är utskrivna.` : ''}`,
  exported: (folder: string, events: number, checkpoints: number) =>
    `${events} händelser och ${checkpoints} kontrollpunkter är skrivna till ${folder}. Förvara den öppna nyckeln på ett annat ställe.`,
  exportExists: (folder: string) => `I ${folder} finns redan ett uttag. Välj en annan mapp.`,
  fileMissing: (file: string) => `Filen ${file} finns inte eller går inte att läsa.`,
  keyFaulty: (file: string) => `${file} är ingen öppen Ed25519-nyckel (PEM).`,
  ownKey: 'Signaturerna är prövade mot nyckeln i själva uttaget. Ange --key med den nyckel du litar på.',
  signingKeyFaulty: 'AUDIT_SIGNING_KEY är ingen Ed25519-nyckel (PKCS #8, PEM eller base64).',
  notSealed: (id: string) => `Händelsen ${id} finns inte i den förseglade loggen. En ny händelse förseglas inom en sekund.`,
  noCheckpoint: 'Det finns inte två kontrollpunkter med de storlekarna, den mindre först.',
  notValid: 'Beviset håller inte: loggen är ändrad. Kör overens audit verify.',
};
