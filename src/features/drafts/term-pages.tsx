import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given, type Values } from '../organisations/index.ts';
import { askedDraft, CitedText, draftHref } from './parts.tsx';
import { formTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { removeDraftCadence, writeDraftCadence, writeDraftValidity } from './write-terms.ts';
import { writeDraftFacts } from './write-text.ts';

const { fields } = texts;
export const citesField: FormField = { kind: 'lines', name: 'cites', label: fields.cites, hint: fields.citesHint };

/** The citations that were typed: one a line, or with commas between. */
export function citesIn(values: Values): string[] {
  return values
    .one('cites')
    .split(/[\s,]+/)
    .filter(Boolean);
}

const factsPage = actPage({
  path: '/arbetsversioner/:id/titel',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { title, short, summary, version } = reading.draft.text;
    return {
      ...texts.facts,
      caption: short,
      back: draftHref(reading.row.id),
      fields: [
        { kind: 'text', name: 'title', label: fields.title },
        { kind: 'text', name: 'short', label: fields.short },
        { kind: 'lines', name: 'summary', label: fields.summary },
        { kind: 'day', name: 'from', label: fields.from },
        { kind: 'day', name: 'to', label: fields.to, hint: fields.toHint, optional: true },
      ],
      initial: given({ title, short, summary, from: version.from, to: version.to }),
      hidden: { seen: String(reading.number) },
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await writeDraftFacts(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      title: values.one('title'),
      short: values.one('short'),
      summary: values.one('summary'),
      from: values.one('from'),
      to: values.one('to') || undefined,
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

const validityPage = actPage({
  path: '/arbetsversioner/:id/giltighetstid',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { text } = reading.draft;
    const { from, to, cites = [] } = text.terms.validity ?? {};
    return {
      ...texts.validity,
      caption: text.short,
      back: draftHref(reading.row.id),
      fields: [
        { kind: 'day', name: 'from', label: fields.validFrom },
        { kind: 'day', name: 'to', label: fields.validTo, hint: fields.toHint, optional: true },
        citesField,
      ],
      initial: given({ from, to, cites: cites.join('\n') }),
      hidden: { seen: String(reading.number) },
      before: <CitedText text={text} cites={cites} />,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await writeDraftValidity(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      from: values.one('from'),
      to: values.one('to') || undefined,
      cites: citesIn(values),
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

const cadencePage = actPage({
  path: '/arbetsversioner/:id/aterkommer/:cadence',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { text } = reading.draft;
    const known = text.terms.cadences?.find(({ id }) => id === c.req.param('cadence'));
    if (!known && c.req.param('cadence') !== 'ny') return undefined;
    const here = draftHref(reading.row.id);
    return {
      ...texts.cadence,
      caption: text.short,
      back: here,
      fields: [
        {
          kind: 'radios',
          name: 'of',
          label: fields.of,
          options: options({ agreement: fields.ofAgreement, 'local-agreements': fields.ofLocal }),
        },
        { kind: 'radios', name: 'kind', label: fields.kind, options: options(texts.kinds) },
        { kind: 'text', name: 'every', label: fields.every, hint: fields.everyHint, width: 3 },
        { kind: 'radios', name: 'strength', label: fields.strength, options: options(texts.strengths) },
        {
          kind: 'select',
          name: 'by',
          label: fields.by,
          optional: true,
          options: reading.county?.bodies.map(({ id, name }) => ({ value: id, label: name })) ?? [],
        },
        { kind: 'day', name: 'starts', label: fields.starts },
        { kind: 'lines', name: 'description', label: fields.description },
        citesField,
      ],
      initial: given({
        of: known?.of ?? 'agreement',
        kind: known?.kind,
        every: known ? String(monthsOf(known.every)) : '',
        strength: known?.strength ?? 'must',
        by: known?.by[0],
        starts: known?.starts,
        description: known?.description,
        cites: known?.cites.join('\n'),
      }),
      hidden: { seen: String(reading.number) },
      before: (
        <>
          <CitedText text={text} cites={known?.cites ?? []} />
          {known && (
            <p>
              <a class="govuk-link" href={`${here}/aterkommer/${known.id}/ta-bort`}>
                {texts.removeCadence.title}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const asked = c.req.param('cadence') ?? '';
    const reading = await askedDraft(c);
    const known = reading?.draft.text.terms.cadences?.find(({ id }) => id === asked);
    const others = known?.by.slice(1) ?? [];
    const saved = await writeDraftCadence(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      ...(asked === 'ny' ? {} : { id: asked }),
      of: values.one('of') as 'agreement',
      kind: values.one('kind') as 'follow-up',
      every: /^[1-9]\d{0,2}$/.test(values.one('every')) ? `P${values.one('every')}M` : '',
      strength: values.one('strength') as 'must',
      by: [...(values.one('by') ? [values.one('by')] : []), ...others],
      starts: values.one('starts'),
      description: values.one('description'),
      cites: citesIn(values),
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

/** How many months a period is; weeks and days are not among those that agreements have. */
function monthsOf(period: string): number {
  const { years, months } = Temporal.Duration.from(period);
  return years * 12 + months;
}

const removeCadencePage = actPage({
  path: '/arbetsversioner/:id/aterkommer/:cadence/ta-bort',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    const known = reading?.draft.text.terms.cadences?.find(({ id }) => id === c.req.param('cadence'));
    if (!reading || !known) return undefined;
    return {
      ...texts.removeCadence,
      lead: known.description,
      back: draftHref(reading.row.id),
      fields: [],
      initial: given({}),
      hidden: { seen: String(reading.number) },
      warning: true,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await removeDraftCadence(scopeOf(c), { draft, seen: Number(values.one('seen')), id: c.req.param('cadence') ?? '' });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

/** The forms of what the agreement is called and of its terms. */
export const termPages = new Hono<AppEnv>();
for (const page of [factsPage, validityPage, cadencePage, removeCadencePage]) termPages.route('/', page);
