import { Hono } from 'hono';
import type { Fact } from '../../domain/counties/national-files.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { readNational } from '../counties/index.ts';
import { type FormField, given, type Values } from '../forms/index.ts';
import { type AgreementChoice, agreementChoices } from './agreement-choices.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, conditionFields, conditionsIn, conditionValues, linesIn } from './form-fields.ts';
import { partiesPage } from './parties-page.tsx';
import { CitedText, type DraftReading, draftHref } from './parts.tsx';
import { termTexts as texts } from './texts-terms.ts';
import { writeDraftInside, writeDraftSituations, writeDraftTarget } from './write-terms.ts';

const { target } = texts;

/** How many rows there are for what applies instead: those that there are, and one more. */
function insteadRows(text: DraftReading['draft']['text']): number {
  return Math.min((text.terms.target?.['applies-instead'].length ?? 0) + 1, 12);
}

function insteadFields(text: DraftReading['draft']['text'], choices: readonly AgreementChoice[]): FormField[] {
  if (choices.length === 0) return [];
  return Array.from({ length: insteadRows(text) }, (_, index): FormField[] => [
    {
      kind: 'select',
      name: `applies-instead-${index}-agreement`,
      label: target.instead(index + 1),
      hint: target.insteadHint,
      optional: true,
      options: [...choices],
    },
    { kind: 'lines', name: `applies-instead-${index}-text`, label: target.insteadText(index + 1), rows: 2, optional: true },
  ]).flat();
}

function insteadIn(values: Values): { agreement: string; text: string }[] {
  return Array.from({ length: 12 }, (_, index) => ({
    agreement: values.one(`applies-instead-${index}-agreement`),
    text: values.one(`applies-instead-${index}-text`),
  })).filter(({ agreement, text }) => agreement !== '' || text !== '');
}

const targetPage = draftFormPage({
  path: 'malgrupp',
  prepare: async (reading, c) => {
    const { text } = reading.draft;
    const known = text.terms.target;
    const cites = known?.cites ?? [];
    const age = known?.conditions?.age;
    const base = { kind: 'text', width: 3, optional: true } as const;
    const instead = known?.['applies-instead'] ?? [];
    const chosen = instead.map(({ agreement }) => agreement);
    const { named, county } = await agreementChoices(scopeOf(c), reading, chosen);
    return {
      title: target.title,
      lead: target.lead,
      submit: texts.save,
      fields: [
        { kind: 'lines', name: 'description', label: target.description },
        { ...base, name: 'conditions-age-min', label: target.min, hint: target.ageHint },
        { ...base, name: 'conditions-age-max', label: target.max },
        ...insteadFields(text, [...named, ...county]),
        { kind: 'lines', name: 'vulnerable', label: target.vulnerable, hint: texts.onePerLine, optional: true },
        { kind: 'lines', name: 'note', label: texts.note, hint: texts.noteHint, optional: true },
        citesField(text, cites),
      ],
      initial: given({
        description: known?.description,
        ...conditionValues('conditions', age ? { age } : {}),
        ...Object.fromEntries(
          instead.flatMap((one, index) => [
            [`applies-instead-${index}-agreement`, one.agreement],
            [`applies-instead-${index}-text`, one.text],
          ]),
        ),
        vulnerable: known?.vulnerable.join('\n'),
        note: known?.note,
        cites,
      }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && (
            <ul class="govuk-list">
              <li>
                <a class="govuk-link" href={`${draftHref(reading.row.id)}/malgrupp/situationer`}>
                  {target.situations}
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`${draftHref(reading.row.id)}/malgrupp/innanfor`}>
                  {texts.inside.link}
                </a>
              </li>
            </ul>
          )}
        </>
      ),
    };
  },
  save: (c, seen, values) =>
    writeDraftTarget(scopeOf(c), {
      ...seen,
      description: values.one('description'),
      conditions: {
        picks: [],
        numbers: { age: { min: values.one('conditions-age-min'), max: values.one('conditions-age-max') } },
      },
      'applies-instead': insteadIn(values),
      vulnerable: linesIn(values, 'vulnerable'),
      note: values.one('note'),
      cites: citesIn(values),
    }),
});

const situationsPage = draftFormPage({
  path: 'malgrupp/situationer',
  prepare: async ({ draft: { text }, row }, c) => {
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    const known = text.terms.target;
    if (isRefusal(situation) || !known) return undefined;
    const { title, lead, when } = texts.situations;
    return {
      title,
      lead,
      submit: texts.save,
      back: `${draftHref(row.id)}/malgrupp`,
      fields: conditionFields('when', when, situation.facts),
      initial: given(conditionValues('when', known.when)),
      before: <CitedText text={text} cites={known.cites} />,
    };
  },
  save: async (c, seen, values) => {
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    if (isRefusal(situation)) return situation;
    return writeDraftSituations(scopeOf(c), { ...seen, when: conditionsIn('when', values, situation.facts) });
  },
});

/** The facts that are chosen elsewhere than among the age, which has fields of its own. */
const besideAge = (facts: readonly Fact[]) => facts.filter(({ id }) => id !== 'age');

const insidePage = draftFormPage({
  path: 'malgrupp/innanfor',
  prepare: async ({ draft: { text }, row }, c) => {
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    const known = text.terms.target;
    if (isRefusal(situation) || !known) return undefined;
    const { title, lead, conditions } = texts.inside;
    const { age: _, ...others } = known.conditions ?? {};
    return {
      title,
      lead,
      submit: texts.save,
      back: `${draftHref(row.id)}/malgrupp`,
      fields: conditionFields('conditions', conditions, besideAge(situation.facts)),
      initial: given(conditionValues('conditions', others)),
      before: <CitedText text={text} cites={known.cites} />,
    };
  },
  save: async (c, seen, values) => {
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    if (isRefusal(situation)) return situation;
    return writeDraftInside(scopeOf(c), { ...seen, conditions: conditionsIn('conditions', values, besideAge(situation.facts)) });
  },
});

/** The forms of who the parties are and whom the agreement is for. */
export const partyPages = new Hono<AppEnv>();
for (const page of [partiesPage, targetPage, situationsPage, insidePage]) partyPages.route('/', page);
