/** Situations as someone may ask about them: each need with what goes with it. Machine names, and the names of addresses. */
const NEEDS = [
  ['withdrawal', 'abstinens', 'alcohol', 'alkohol'],
  ['assessment', 'utredning', 'narcotics', 'narkotika'],
  ['opioid-treatment', 'laro', 'opioids', 'opioider'],
  ['treatment', 'behandling', 'gambling', 'spel'],
  ['tapering', 'nedtrappning', 'medicines', 'lakemedel'],
  ['psychosocial', 'psykosocial-behandling', 'alcohol', 'alkohol'],
  ['housing', 'boende', 'narcotics', 'narkotika'],
  ['early-signs', 'tidiga-tecken', 'doping', 'dopning'],
  ['coordination', 'samordning', 'alcohol', 'alkohol'],
  ['relatives', 'narstaende', 'alcohol', 'alkohol'],
] as const;

const SEVERITIES = [
  ['mild', 'lindrig'],
  ['moderate', 'medelsvar'],
  ['severe', 'svar'],
] as const;

/** The situation of number `n`: 4,500 of them before the first comes back, of ten needs, three degrees, ages 16–90 and with or without a diagnosis. */
export function situationAsks(n: number): { json: Record<string, unknown>; query: string } {
  const [need, behov, substance, amne] = NEEDS[n % NEEDS.length] ?? NEEDS[0];
  const [severity, grad] = SEVERITIES[Math.floor(n / NEEDS.length) % SEVERITIES.length] ?? SEVERITIES[0];
  const age = 16 + (Math.floor(n / 30) % 75);
  const psychiatric = Math.floor(n / 2250) % 2 === 1;
  return {
    json: { need: [need], age, substance: [substance], severity, psychiatric },
    query: `behov=${behov}&alder=${age}&amne=${amne}&svarighetsgrad=${grad}&psykiatri=${psychiatric ? 'ja' : 'nej'}`,
  };
}

/** Words that people search for: common and rare, compounds, abbreviations, one misspelled, one law. */
export const words = [
  'avgiftning',
  'abstinens',
  'LARO',
  'missbruk',
  'spelmissbruk',
  'alkoholproblem',
  'SIP',
  'samsjuklighet',
  'psykosocial behandling',
  'barn',
  'socialtjänsten',
  'läkemedel',
  'nedtrappning',
  'cannabis',
  'abstinnens',
  'heldygnsvård',
  'utskrivning',
  'våld',
  'anhörig',
  'tvångsvård',
  'boende',
  'vårdcentral',
  'KBT',
  'orosanmälan',
  'uppföljning',
  'dopning',
  'tillnyktring',
  'sprututbyte',
  'SoL',
  'lokal överenskommelse',
  'unga',
  'gravid',
  'sysselsättning',
  'utredning',
  'diagnos',
  'samtycke',
  'ansvar',
  'primärvård',
  'psykiatri',
  'kommun',
  'suicid',
] as const;

/** Added when every pair of words has been asked for. */
export const cities = [
  'Eksjö',
  'Nässjö',
  'Falun',
  'Mora',
  'Värnamo',
  'Jönköping',
  'Borlänge',
  'Ludvika',
  'Tranås',
  'Avesta',
  'Gislaved',
] as const;

/** The machine names of what the addresses say. */
export const situationNames: ReadonlyMap<string, string> = new Map([
  ...NEEDS.flatMap(([need, behov, substance, amne]): [string, string][] => [
    [behov, need],
    [amne, substance],
  ]),
  ...SEVERITIES.map(([severity, grad]): [string, string] => [grad, severity]),
]);
