import type { GateCode } from '../../domain/drafts/gates.ts';

export const gateTexts: Record<GateCode, { title: string; hint: string }> = {
  sections: { title: 'Alla obligatoriska avsnitt har text', hint: 'Fyll på dem som är tomma.' },
  children: { title: 'Barnets perspektiv är prövat', hint: 'Skriv hur ni har tänkt och pröva varje ansvar.' },
  'both-sides': { title: 'Båda huvudmännen har varit med', hint: 'Någon från den andra sidan behöver skriva eller godkänna.' },
  influence: { title: 'Målgruppens delaktighet är beskriven', hint: 'Skriv hur de som berörs har varit med, och på vilket steg.' },
  suggestions: { title: 'Alla förslag till ändrad text har fått svar', hint: 'För in förslagen eller avslå dem med ett skäl.' },
  consultations: { title: 'Alla remisser är avslutade', hint: 'Svara på synpunkterna och avsluta remissen.' },
  citations: { title: 'Varje villkor vilar på en mening', hint: 'Peka ut den text som villkoret kommer ur.' },
  minor: { title: 'Ändringen är av enklare slag', hint: 'En mindre ändring rör inte syfte, mål, parter, målgrupp eller ansvar.' },
  day: { title: 'Det står från vilken dag texten ska gälla', hint: 'Skriv dagen under Titel och dagar.' },
  label: { title: 'Beteckningen är ny', hint: 'En annan version heter redan så.' },
  sound: { title: 'Uppgifterna hänger ihop', hint: 'Rätta det som står under listan.' },
  approved: { title: 'Båda sidor har godkänt allt som är ändrat', hint: 'Det som ändras efter ett godkännande behöver godkännas igen.' },
};

const waits = (left: number) => (left > 0 ? `, ${left} väntar på godkännande` : '');

/** The steps of a working copy, and the parts of its page. */
export const nextTexts = {
  heading: 'Nästa steg',
  ids: { sections: 'avsnitt', terms: 'villkor', rows: 'ansvar', rounds: 'remisser', ground: 'underlag', history: 'historik' },
  /** After a save, the way to the part that led there. */
  goOn: { avsnitt: 'Till avsnitten', villkor: 'Till villkoren', ansvar: 'Till ansvaret' } as Readonly<Record<string, string | undefined>>,
  /** Beside the name of a folded part. */
  says: {
    sections: (count: number, left: number) => `${count} avsnitt${waits(left)}`,
    terms: (left: number) => waits(left).slice(2),
    rows: (count: number, left: number) => (count === 0 ? 'Inget ännu' : `${count === 1 ? '1 rad' : `${count} rader`}${waits(left)}`),
  },
  write: 'Skriv avsnitt, villkor och ansvar',
  writeHint: 'Båda sidor skriver i samma text. Den sparas efter hand.',
  local: 'Svara på hur ni gör hos er',
  consult: 'Fråga andra: skicka på remiss',
  followRound: 'Läs och svara på synpunkterna i remissen',
  consultHint: 'Frivilligt. De som blir frågade ser texten och lämnar synpunkter.',
  consultOpen: (count: number) => (count === 1 ? 'En remiss pågår.' : `${count} remisser pågår.`),
  approve: 'Godkänn det som är ändrat',
  approveLeft: (count: number) =>
    count === 1 ? '1 ändring väntar på ena eller båda sidor.' : `${count} ändringar väntar på ena eller båda sidor.`,
  gatesHint: 'När allt är klart lämnar du texten för beslut där.',
  decisionHint: 'När texten är lämnad för beslut.',
  deciding: 'Parterna beslutar. Där står vem som har beslutat och vem som återstår.',
  publish: 'Alla har beslutat. Nu kan texten publiceras.',
};

export const gatesPageTexts = {
  title: 'Före beslut',
  lead: 'Allt i listan ska vara klart innan texten lämnas för beslut. Sedan går den inte att ändra.',
  faults: 'Det här hänger inte ihop',
  faultColumns: ['Var', 'Vad som är fel'],
  untried: (count: number) => (count === 1 ? '1 ansvar att pröva' : `${count} ansvar att pröva`),
  missing: (named: string, more: number) => `Återstår: ${named}${more > 0 ? ` och ${more} till` : ''}.`,
  childText: 'hur ni har tänkt',
  onlyDay: 'Skriv från vilken dag texten ska gälla, så prövas helheten.',
  submit: 'Lämna för beslut',
  frozen: 'Texten är lämnad för beslut och går inte att ändra.',
};
