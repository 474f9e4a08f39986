import type { Change, ChangeKind } from '../../domain/agreements/diff/change.ts';
import type { DiffNames } from './diff-names.ts';
import { actorsText, labelText, partText, valueText } from './diff-values.ts';

/** The parts of the meaning, in the order that they are told. */
export const AREAS = [
  'duty',
  'actor',
  'party',
  'target',
  'valid',
  'extension',
  'inform',
  'local',
  'termination',
  'minor',
  'adoption',
  'cadence',
  'ladder',
  'way',
] as const;
export type Area = (typeof AREAS)[number];

export const areaTexts: Record<Area, string> = {
  duty: 'Vem som gör vad',
  actor: 'Vilka som ingår',
  party: 'Parter',
  target: 'Målgrupp',
  valid: 'Giltighet',
  extension: 'Förlängning',
  inform: 'Plikten att informera',
  local: 'Lokala överenskommelser',
  termination: 'Uppsägning',
  minor: 'Enklare ändringar',
  adoption: 'Beslut',
  cadence: 'Uppföljning och revidering',
  ladder: 'När samverkan brister',
  way: 'Så gör vi: hur, av vem och när',
};

/** Which part of the meaning a change belongs to. */
export function areaOf(kind: ChangeKind): Area {
  return AREAS.find((area) => area === kind.split('-')[0]) ?? 'duty';
}

/** Kinds that have sentences of their own. */
type Told = 'duty' | 'duty-actors' | 'duty-role' | 'duty-always' | 'party' | 'termination-allowed';

/** What is stated by each kind of change, to stand before a value. `{label}` is what the change is about. */
const SUBJECTS: Record<Exclude<ChangeKind, Told>, string> = {
  'duty-activity': 'Ansvaret kallas',
  'duty-id': '{label} har numret',
  'duty-selects': '{label} gäller vid',
  'duty-requires-facts': '{label} har villkoret',
  'duty-deadline': '{label} har tidsgränsen',
  'duty-more-deadlines': '{label} berörs också av tidsgränserna',
  'duty-professions': '{label} gäller bara för',
  'duty-consent': '{label}: samtycke',
  'duty-needs': '{label} förutsätter',
  'duty-way-forward': '{label} har vägen framåt',
  'duty-methods': '{label} har metoderna',
  'duty-law': '{label} vilar på',
  'actor-authority': '{label} hör till',
  'actor-performers': '{label} omfattar verksamheterna',
  'actor-professions': '{label} omfattar yrkena',
  'actor-members': '{label} omfattar',
  target: 'Målgruppen är',
  'target-selects': 'Överenskommelsen gäller vid',
  'target-requires': 'Målgruppen har villkoret',
  'target-vulnerable': 'Särskilt sårbara grupper är',
  'target-instead': 'För andra gäller',
  'valid-from': 'Gäller från',
  'valid-to': 'Sista dag',
  'extension-months': 'Förlängs med',
  'extension-times': 'Kan förlängas',
  'extension-requires': 'Förlängs om',
  'adoption-step': '{label} Steget är att',
  'adoption-by': '{label} Det gör',
  'adoption-order': 'Beslutet går i ordningen',
  cadence: 'Återkommande',
  'cadence-every': '{label}',
  'cadence-strength': '{label}, kravets styrka',
  'cadence-by': '{label} görs av',
  'cadence-starts': '{label} räknas från',
  ladder: 'Trappan',
  'ladder-step': 'Steg i trappan',
  'ladder-level': '{label} är',
  'ladder-ends': '{label} slutar med',
  'ladder-rule': '{label} har regeln',
  'inform-who': 'Den som ska informera är',
  'inform-to': 'Informationen ska nå',
  'inform-about': 'Informationen handlar om',
  'local-per': 'Lokala överenskommelser skrivs',
  'local-responsible': 'För lokala överenskommelser ansvarar',
  'local-purpose': 'Lokala överenskommelser har syftet',
  'local-part': 'Lokala överenskommelser har delen',
  'local-guidance': '{label} ska svara på',
  'termination-instead': 'I stället för uppsägning',
  'termination-notice': 'Uppsägning lämnas till',
  'minor-by': 'Enklare ändringar görs av',
  'minor-may-not-touch': 'Enklare ändringar får inte röra',
  'way-how': '{label}, så görs det',
  'way-by': '{label} görs av',
  'way-when': '{label}, när',
  'way-until': '{label}, klart senast',
  'way-evidence': '{label} visas i',
  'way-status': '{label}, läge',
  'way-reason': '{label}, varför det inte gäller här',
};

/**
 * One sentence that tells a change: `Avgiftning flyttas från specialistvård till vårdcentral.`, `Uppföljning: varje år, i stället för
 * vartannat år.` Told from the version it was to the version it is.
 */
export function changeText(change: Change, names: DiffNames): string {
  const { kind, from, to } = change;
  if (kind === 'duty' || kind === 'duty-actors' || kind === 'duty-role') return dutyText(change);
  const [was, is] = [from && valueText(kind, from, names), to && valueText(kind, to, names)];
  if (kind === 'party') return is ? `${is} blir part.` : `${was} är inte längre part.`;
  if (kind === 'duty-always') return isYes(to) ? `${change.label} gäller nu alltid.` : `${change.label} gäller inte längre alltid.`;
  if (kind === 'termination-allowed') return isYes(to) ? 'Avtalet kan sägas upp.' : 'Avtalet kan inte längre sägas upp.';
  const subject = SUBJECTS[kind].replace('{label}', labelText(change));
  if ((from ?? to)?.as === 'texts' && kind !== 'adoption-order') return [subject, added(is), removed(was)].join('');
  if (was === null) return `${subject}: ${is}. Tillkommer.`;
  if (is === null) return `${subject}: ${was}. Tas bort.`;
  return `${subject}: ${is}, i stället för ${was}.`;
}

const isYes = (stated: Change['to']) => stated?.as === 'yes-no' && stated.is;
const added = (value: string | null) => (value ? ` – nytt: ${value}.` : '');
const removed = (value: string | null) => (value ? ` – tas bort: ${value}.` : '');

function dutyText({ kind, label, from, to }: Change): string {
  const was = from?.as === 'actors' ? from : undefined;
  const is = to?.as === 'actors' ? to : undefined;
  if (kind === 'duty-role' && was && is) return `${label}: ${actorsText(is)} får ”${partText(is)}” i stället för ”${partText(was)}”.`;
  if (kind === 'duty') {
    return is
      ? `Nytt ansvar: ${label}. Det ligger på ${actorsText(is)}.`
      : `Ansvaret ${label} tas bort. Det låg på ${was ? actorsText(was) : ''}.`;
  }
  if (was && is) return `${label} flyttas från ${actorsText(was)} till ${actorsText(is)}.`;
  return is ? `${label}: ${actorsText(is)} tillkommer (${partText(is)}).` : `${label}: ${was ? actorsText(was) : ''} är inte längre med.`;
}
