import type { OutsideReason } from '../../../domain/plans/trace.ts';

export const outsideTexts: Readonly<Record<OutsideReason, string>> = {
  'no-agreement': 'Det finns ingen överenskommelse om det',
  'not-in-agreement': 'Överenskommelsen säger inget om just det',
  'other-law': 'Det görs enligt en annan lag',
  'own-wish': 'Personen vill ha det så',
};

/** Goals, measures and who answers for what, for staff and for the individual. */
export const contentsTexts = {
  goals: 'Mål',
  ownGoals: 'Personens egna mål',
  staffGoals: 'Personalens mål',
  noGoals: 'Inget mål skrivet än.',
  horizons: { short: 'På kort sikt', long: 'På lång sikt' },
  sign: (sign: string) => `Märks genom: ${sign}`,
  addGoal: 'Skriv ett mål',
  change: 'Ändra',
  measures: 'Vem gör vad',
  measureColumns: ['Insats', 'Vem', 'När', 'Enligt'],
  noMeasures: 'Ingen insats skriven än.',
  addMeasure: 'Skriv en insats',
  need: (need: string) => `Behov: ${need}`,
  ownPart: (part: string) => `Personens egen del: ${part}`,
  other: 'Annan',
  row: (row: string) => `Rad ${row} i överenskommelsen`,
  outside: (why: string) => `Utanför överenskommelsen. ${why}.`,
  differs: 'Överenskommelsen säger att en annan enhet brukar göra det här. Det går bra, och det är noterat.',
  duties: 'Vem ansvarar',
  overall: 'Ansvar för helheten',
  coordinator: 'Samordnare',
  substitute: (name: string) => `Ersättare: ${name}`,
  followUp: 'Följs upp senast',
  participation: 'Personens delaktighet',
  tookPart: 'Har varit med',
  notThere: (why: string) => `Har inte varit med. ${why}`,
  unsaid: 'Inte bestämt än',
  decide: 'Bestäm vem som ansvarar',
  establish: 'Upprätta planen',
  revise: 'Upprätta en ny version',
  missing: 'Det här saknas innan planen kan upprättas',
  ready: 'Allt som lagen kräver finns. Planen kan upprättas.',
} as const;

export const goalFormTexts = {
  title: 'Mål',
  lead: 'Ett mål i taget, så att det går att se om det nåddes.',
  sort: 'Vems mål?',
  ofPerson: 'Personens, med personens ord',
  ofStaff: 'Personalens',
  words: 'Vad är målet?',
  sign: 'Hur märks det att målet är nått?',
  horizon: 'När?',
  drop: 'Målet gäller inte längre',
  dropOption: 'Ta bort målet ur planen. Det står kvar i versioner som redan är upprättade.',
  submit: 'Spara målet',
} as const;

export const measureFormTexts = {
  title: 'Insats',
  lead: 'Vad behövs, vem gör det och när? Det är vad lagen kräver av planen.',
  need: 'Vilket behov?',
  what: 'Vad ska göras?',
  unit: 'Vem gör det?',
  unitHint: 'En enhet som är med i planen, eller någon annan.',
  otherDoer: 'Någon annan än region och kommun',
  who: 'Vem, med namn?',
  whoHint: 'Den som är kontaktperson för insatsen.',
  ownPart: 'Vad gör personen själv?',
  starts: 'Börjar',
  target: 'Klart senast',
  row: 'Vilket ansvar i överenskommelsen är det?',
  rowHint: 'Så hänger insatsen ihop med vad region och kommun har lovat varandra.',
  outsideGroup: 'Utanför överenskommelserna',
  drop: 'Insatsen gäller inte längre',
  dropOption: 'Ta bort insatsen ur planen. Den står kvar i versioner som redan är upprättade.',
  submit: 'Spara insatsen',
} as const;

export const decideFormTexts = {
  title: 'Vem ansvarar',
  lead: 'En huvudman har ansvar för helheten, och en person samordnar.',
  overall: 'Vilken huvudman har ansvar för helheten?',
  coordinator: 'Vem samordnar?',
  substitute: 'Vem är ersättare?',
  followUp: 'Vilken dag ska planen senast följas upp?',
  tookPart: 'Har personen varit med och gjort planen?',
  yes: 'Ja',
  no: 'Nej',
  whyNot: 'Om nej: varför inte?',
  others: 'Insatser av andra',
  othersAsked: 'Vi har frågat vad andra än region och kommun gör',
  none: 'Är det någon huvudman som inte ska göra något?',
  submit: 'Spara',
} as const;

export const establishFormTexts = {
  title: 'Upprätta planen',
  lead: 'Det som står i planen nu blir en version som inte går att ändra. Ni kan göra nya versioner.',
  reason: 'Varför görs en ny version?',
  submit: 'Upprätta planen',
} as const;
