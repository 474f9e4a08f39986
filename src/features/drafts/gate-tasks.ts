import { type Fault, type Path, showPath } from '../../domain/counties/check-fault.ts';
import type { DraftText } from '../../domain/drafts/draft-file.ts';
import type { Gate } from '../../domain/drafts/gates.ts';
import type { Task } from '../../ui/index.ts';
import { whereWritten } from './draft-terms.tsx';
import { nameOfPlace } from './parts.tsx';
import { sideLabels } from './texts.ts';
import { formFault } from './texts-faults.ts';
import { gateTexts, nextTexts, gatesPageTexts as texts } from './texts-next.ts';

/** So many of what is missing are named; the rest is a number. */
const MOST_NAMED = 5;

/** A gate as a line of a list: what is missing in words, and for those who write (`mayWrite`) the way to where it is mended. */
export function gateTask({ code, met, missing }: Gate, text: DraftText, here: string, mayWrite: boolean): Task {
  const { title, hint } = gateTexts[code];
  if (met) return { title, state: 'done' };
  return { title, state: 'left', hint: `${hint} ${listed(namesOf(code, missing, text))}`, href: hrefOf(code, missing, here, mayWrite) };
}

function hrefOf(code: Gate['code'], missing: readonly string[], here: string, mayWrite: boolean): string | undefined {
  const [first = ''] = missing;
  if (code === 'suggestions') return `${here}/kommentarer`;
  if (code === 'consultations') return `${here}#${nextTexts.ids.rounds}`;
  if (code === 'approved') return `${here}#${nextTexts.ids.sections}`;
  if (code === 'sound') return '#fel';
  if (!mayWrite) return undefined;
  if (code === 'children') return `${here}/barn`;
  if (code === 'day' || code === 'label') return `${here}/titel`;
  if (code === 'sections') return `${here}${whereWritten(`section:${first}`)}`;
  return code === 'influence' || code === 'citations' ? `${here}${whereWritten(first)}` : undefined;
}

function namesOf(code: Gate['code'], missing: readonly string[], text: DraftText): string[] {
  if (code === 'day' || code === 'influence' || code === 'sound') return [];
  if (code === 'sections') return missing.map((id) => nameOfPlace(text, `section:${id}`));
  if (code === 'children') {
    const untried = missing.filter((one) => one !== 'text').length;
    return [...(missing.includes('text') ? [texts.childText] : []), ...(untried > 0 ? [texts.untried(untried)] : [])];
  }
  return missing.map((one) => (one in sideLabels ? sideLabels[one as keyof typeof sideLabels] : nameOfPlace(text, one)));
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length - MOST_NAMED;
  return texts.missing(names.slice(0, MOST_NAMED).join(', '), Math.max(0, rest));
}

/** A fault of the whole: the place it is in, undefined where it is in none that has a name, and a sentence. */
export function faultRow(fault: Fault, text: DraftText): { place: string | undefined; name: string; sentence: string } {
  const place = placeOf(fault.path, text);
  const [kind, id] = fault.path;
  const actor = kind === 'actors' && typeof id === 'string' && Object.hasOwn(text.actors, id) ? text.actors[id]?.name : undefined;
  return { place, name: actor ?? (place === undefined ? showPath(fault.path) : nameOfPlace(text, place)), sentence: formFault(fault) };
}

/** The day is missing, which a gate of its own says. */
export function isDayMissing({ path: [first, second], code }: Fault): boolean {
  return code === 'missing-key' && first === 'version' && (second === undefined || second === 'from');
}

function placeOf([first, second, ...rest]: Path, text: DraftText): string | undefined {
  if (first === 'responsibilities' && typeof second === 'number') {
    const id = text.responsibilities[second]?.id;
    return id === undefined ? undefined : `row:${id}`;
  }
  if (first === 'terms' && typeof second === 'string') return `term:${second}`;
  if (first === 'sections' && typeof second === 'number') return sectionAt(text.sections, [second, ...rest]);
  if (first === 'groups' || first === 'actors') return 'matrix';
  return first === 'version' || first === 'title' || first === 'short' || first === 'summary' ? 'facts' : undefined;
}

function sectionAt(sections: DraftText['sections'], [index, inner, ...rest]: Path): string | undefined {
  const section = typeof index === 'number' ? sections[index] : undefined;
  if (!section) return undefined;
  return (inner === 'sections' ? sectionAt(section.sections, rest) : undefined) ?? `section:${section.id}`;
}
