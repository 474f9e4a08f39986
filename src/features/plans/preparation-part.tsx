import { PREPARATION_PARTS, type PreparationPart, preparationParts } from '../../domain/plans/parts.ts';
import { Fold, formatDateTime, SummaryList } from '../../ui/index.ts';
import { planHref } from './plan-href.ts';
import type { ShownText } from './show-core.ts';
import type { ShownPlan } from './show-plan.ts';
import { partTexts, planTexts as texts, voiceTexts } from './texts.ts';

/**
 * What is written before the meeting: the person's words first, and what nobody has written about in a list that is folded once something is. A part whose kind is shut says nothing of
 * whether there is anything.
 */
export function preparationPart(plan: ShownPlan) {
  const open = new Set(plan.kinds.flatMap(({ kind, ground }) => (ground ? [kind] : [])));
  const parts = PREPARATION_PARTS.filter((part) => open.has(preparationParts[part].dataKind));
  if (parts.length === 0) return null;
  const written = new Set(plan.texts.map(({ part }) => part));
  const [theirs, ours] = [
    parts.filter((part) => written.has(part) && preparationParts[part].ofPerson),
    parts.filter((part) => written.has(part) && !preparationParts[part].ofPerson),
  ];
  const empty = parts.filter((part) => !written.has(part));
  return (
    <>
      <p>{texts.ownFirst}</p>
      {written.size > 0 && <SummaryList rows={[...theirs, ...ours].map((part) => partRow(plan, part))} />}
      {empty.length > 0 && (
        <Fold id="skriv-om" heading={plan.abilities.write ? texts.writeAbout : texts.nothingAbout} level={3} open={written.size === 0}>
          <ul class="govuk-list">
            {empty.map((part) => (
              <li>
                {plan.abilities.write ? (
                  <a class="govuk-link" href={`${planHref(plan.id)}/forbered/${part}`}>
                    {partTexts[part].label}
                  </a>
                ) : (
                  partTexts[part].label
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function partRow({ id, texts: written, abilities }: ShownPlan, part: PreparationPart) {
  const here = written.filter((one) => one.part === part).toSorted((a, b) => rank(a) - rank(b));
  const { label } = partTexts[part];
  const action = abilities.write
    ? {
        label: here.some(({ voice }) => voice !== 'own') ? texts.writeOn : texts.write,
        href: `${planHref(id)}/forbered/${part}`,
        about: label,
      }
    : undefined;
  return { label, value: here.map((one) => <WrittenText text={one} />), action };
}

const rank = ({ voice }: ShownText) => (voice === 'own' ? 0 : 1);

/** A text with whose words they are. */
export function WrittenText({ text: { voice, text, at, unit, earlier } }: { text: ShownText }) {
  return (
    <div>
      <p class="ov-lines">{text}</p>
      <p class="ov-muted">
        {[voiceTexts[voice], unit, formatDateTime(at), ...(earlier > 0 ? [texts.earlier(earlier)] : [])].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
