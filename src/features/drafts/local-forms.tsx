import { type Context, Hono } from 'hono';
import { PRACTICE_STATUSES, type Practice, type PracticeStatus } from '../../domain/counties/local-practice.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { practiceLabels } from '../agreements/index.ts';
import { type FormField, given } from '../forms/index.ts';
import type { ServingUnit } from '../organisations/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { linesIn } from './form-fields.ts';
import { readLocalPlan } from './local-plan.ts';
import { type DraftReading, draftHref } from './parts.tsx';
import { localTexts } from './texts-local.ts';
import { removeDraftPractice, writeDraftPractice } from './write-practice.ts';

const { form: texts } = localTexts;
const next = (here: string) => `${here}/sa-gor-vi?klart=1`;

/** The line of the draft's plan that the address names; undefined when there is none. */
async function askedLine(c: Context<AppEnv>, { row }: DraftReading) {
  const plan = await readLocalPlan(scopeOf(c), { draft: row.id });
  const line = isRefusal(plan) ? undefined : plan.lines.find(({ id }) => id === c.req.param('what'));
  return isRefusal(plan) || !line ? undefined : { line, units: plan.units, back: `${draftHref(row.id)}/sa-gor-vi` };
}

/** The units to choose among by their organisations; those that were chosen and have closed since stand last. */
function unitField(units: readonly ServingUnit[], by: Practice['by']): FormField[] {
  const groups = [...Map.groupBy(units, ({ organisation }) => organisation)].map(([heading, own]) => ({
    heading,
    options: own.map(({ id, name }) => ({ value: id, label: name })),
  }));
  const closed = by.flatMap(({ unit, name }) => (unit && !units.some(({ id }) => id === unit) ? [{ value: unit, label: name }] : []));
  const all = [...groups, ...(closed.length > 0 ? [{ heading: texts.closed, options: closed }] : [])];
  return all.length === 0 ? [] : [{ kind: 'picks', name: 'units', label: texts.units, hint: texts.unitsHint, optional: true, groups: all }];
}

const writePage = draftFormPage({
  path: 'sa-gor-vi/:what',
  prepare: async (reading, c) => {
    const asked = await askedLine(c, reading);
    if (!asked) return undefined;
    const { line, units, back } = asked;
    const { practice, of, what, heading, id } = line;
    return {
      title: of === 'row' ? texts.rowTitle(what) : what,
      lead: texts.lead,
      caption: of === 'row' ? `${heading}, ${id}` : heading,
      back,
      fields: [
        { kind: 'lines', name: 'how', label: of === 'row' ? texts.how : texts.answer, optional: true, rows: 5 },
        ...unitField(units, practice?.by ?? []),
        { kind: 'lines', name: 'others', label: texts.others, hint: texts.othersHint, optional: true, rows: 2 },
        { kind: 'text', name: 'when', label: texts.when, hint: texts.whenHint, optional: true },
        { kind: 'day', name: 'until', label: texts.until, optional: true },
        { kind: 'text', name: 'evidence-title', label: texts.evidence, hint: texts.evidenceHint, optional: true },
        { kind: 'text', name: 'evidence-url', label: texts.url, type: 'url', optional: true },
        {
          kind: 'radios',
          name: 'status',
          label: texts.status,
          options: PRACTICE_STATUSES.map((value) => ({ value, label: practiceLabels[value] })),
        },
        { kind: 'lines', name: 'reason', label: texts.reason, hint: texts.reasonHint, optional: true, rows: 2 },
      ],
      initial: initialOf(practice),
      submit: texts.submit,
      before: practice && (
        <p>
          <a class="govuk-link" href={`${back}/${id}/ta-bort`}>
            {texts.remove}
          </a>
        </p>
      ),
    };
  },
  save: (c, seen, values) => {
    const url = values.one('evidence-url');
    return writeDraftPractice(scopeOf(c), {
      ...seen,
      what: c.req.param('what') ?? '',
      how: values.one('how'),
      units: [...values.all('units')],
      others: linesIn(values, 'others'),
      when: values.one('when'),
      until: values.one('until') || undefined,
      evidence: { title: values.one('evidence-title'), ...(url ? { url } : {}) },
      status: values.one('status') as PracticeStatus,
      reason: values.one('reason'),
    });
  },
  next,
});

function initialOf(practice: Practice | undefined) {
  return given({
    how: practice?.how,
    units: practice?.by.flatMap(({ unit }) => unit ?? []),
    others: practice?.by.flatMap(({ unit, name }) => (unit ? [] : [name])).join('\n'),
    when: practice?.when,
    until: practice?.until,
    'evidence-title': practice?.evidence?.title,
    'evidence-url': practice?.evidence?.url,
    status: practice?.status,
    reason: practice?.reason,
  });
}

const removePage = draftFormPage({
  path: 'sa-gor-vi/:what/ta-bort',
  prepare: async (reading, c) => {
    const asked = await askedLine(c, reading);
    if (!asked?.line.practice) return undefined;
    return {
      title: texts.removeTitle(asked.line.what),
      lead: texts.removeLead,
      back: `${asked.back}/${asked.line.id}`,
      fields: [],
      initial: given({}),
      submit: texts.removeSubmit,
      warning: true,
    };
  },
  save: (c, seen) => removeDraftPractice(scopeOf(c), { ...seen, what: c.req.param('what') ?? '' }),
  next,
});

/** The forms of how something is done locally. */
export const localForms = new Hono<AppEnv>().route('/', writePage).route('/', removePage);
