import { Hono } from 'hono';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, decidersField, linesIn, options } from './form-fields.ts';
import { CitedText, draftHref, Entries } from './parts.tsx';
import { formTexts, placeLabel } from './texts.ts';
import { termTexts as texts } from './texts-terms.ts';
import {
  optionalTerms,
  removeDraftTerm,
  writeDraftDutyToInform,
  writeDraftExtension,
  writeDraftLocalAgreements,
  writeDraftMinorAmendment,
  writeDraftTermination,
  writeDraftValidity,
} from './write-terms.ts';
import { writeDraftFacts } from './write-text.ts';

const { fields } = formTexts;

const factsPage = draftFormPage({
  path: 'titel',
  prepare: ({ draft: { text } }) => ({
    ...formTexts.facts,
    fields: [
      { kind: 'text', name: 'title', label: fields.title },
      { kind: 'text', name: 'short', label: fields.short },
      { kind: 'lines', name: 'summary', label: fields.summary },
      { kind: 'day', name: 'from', label: fields.from },
      { kind: 'day', name: 'to', label: fields.to, hint: fields.toHint, optional: true },
    ],
    initial: given({ title: text.title, short: text.short, summary: text.summary, from: text.version.from, to: text.version.to }),
  }),
  save: (c, seen, values) => {
    const [title, short, summary] = [values.one('title'), values.one('short'), values.one('summary')];
    return writeDraftFacts(scopeOf(c), { ...seen, title, short, summary, from: values.one('from'), to: values.one('to') || undefined });
  },
});

const validityPage = draftFormPage({
  path: 'giltighetstid',
  prepare: ({ draft: { text } }) => {
    const { from, to, note, cites = [] } = text.terms.validity ?? {};
    return {
      ...formTexts.validity,
      fields: [
        { kind: 'day', name: 'from', label: fields.validFrom },
        { kind: 'day', name: 'to', label: fields.validTo, hint: fields.toHint, optional: true },
        { kind: 'lines', name: 'note', label: texts.note, hint: texts.noteHint, optional: true },
        citesField(text, cites),
      ],
      initial: given({ from, to, note, cites }),
      before: <CitedText text={text} cites={cites} />,
    };
  },
  save: (c, seen, values) =>
    writeDraftValidity(scopeOf(c), {
      ...seen,
      from: values.one('from'),
      to: values.one('to') || undefined,
      note: values.one('note'),
      cites: citesIn(values),
    }),
});

const extensionPage = draftFormPage({
  path: 'forlangning',
  prepare: ({ draft: { text } }) => {
    const { months, times, requires, cites = [] } = text.terms.extension ?? {};
    const { title, lead, conditions } = texts.extension;
    return {
      title,
      lead,
      submit: texts.save,
      fields: [
        { kind: 'text', name: 'months', label: texts.extension.months, width: 3 },
        { kind: 'text', name: 'times', label: texts.extension.times, width: 3 },
        { kind: 'checks', name: 'requires', label: texts.extension.requires, options: options(conditions) },
        citesField(text, cites),
      ],
      initial: given({ months: months?.toString(), times: times?.toString(), requires, cites }),
      before: <CitedText text={text} cites={cites} />,
    };
  },
  save: (c, seen, values) =>
    writeDraftExtension(scopeOf(c), {
      ...seen,
      months: values.one('months'),
      times: values.one('times'),
      requires: values.all('requires') as 'no-successor'[],
      cites: citesIn(values),
    }),
});

const informPage = draftFormPage({
  path: 'informationsskyldighet',
  prepare: ({ draft: { text } }) => {
    const { who, to, about, cites = [] } = text.terms['duty-to-inform'] ?? {};
    const { title, lead } = texts.inform;
    return {
      title,
      lead,
      submit: texts.save,
      fields: [
        { kind: 'text', name: 'who', label: texts.inform.who },
        { kind: 'text', name: 'to', label: texts.inform.to },
        { kind: 'lines', name: 'about', label: texts.inform.about },
        citesField(text, cites),
      ],
      initial: given({ who, to, about, cites }),
      before: <CitedText text={text} cites={cites} />,
    };
  },
  save: (c, seen, values) => {
    const words = { who: values.one('who'), to: values.one('to'), about: values.one('about') };
    return writeDraftDutyToInform(scopeOf(c), { ...seen, ...words, cites: citesIn(values) });
  },
});

const terminationPage = draftFormPage({
  path: 'uppsagning',
  prepare: ({ draft: { text }, county }) => {
    const { allowed, instead, notice = [], cites = [] } = text.terms.termination ?? {};
    const { title, lead, yes, no } = texts.termination;
    return {
      title,
      lead,
      submit: texts.save,
      fields: [
        { kind: 'radios', name: 'allowed', label: texts.termination.allowed, options: options({ yes, no }) },
        { kind: 'lines', name: 'instead', label: texts.termination.instead, hint: texts.termination.insteadHint, optional: true },
        decidersField({ name: 'notice', label: texts.termination.notice, optional: true }, county, notice),
        citesField(text, cites),
      ],
      initial: given({ allowed: allowed === undefined ? undefined : allowed ? 'yes' : 'no', instead, notice, cites }),
      before: <CitedText text={text} cites={cites} />,
    };
  },
  save: (c, seen, values) =>
    writeDraftTermination(scopeOf(c), {
      ...seen,
      allowed: values.one('allowed') as 'no',
      instead: values.one('instead'),
      notice: [...values.all('notice')],
      cites: citesIn(values),
    }),
});

const minorPage = draftFormPage({
  path: 'mindre-andringar',
  prepare: ({ draft: { text }, county }) => {
    const { by = [], 'may-not-touch': fenced, cites = [] } = text.terms['minor-amendment'] ?? {};
    const { title, lead } = texts.minor;
    return {
      title,
      lead,
      submit: texts.save,
      fields: [
        decidersField({ name: 'by', label: texts.minor.by }, county, by),
        { kind: 'lines', name: 'may-not-touch', label: texts.minor.fenced, hint: texts.minor.fencedHint },
        citesField(text, cites),
      ],
      initial: given({ by, 'may-not-touch': fenced?.join('\n'), cites }),
      before: <CitedText text={text} cites={cites} />,
    };
  },
  save: (c, seen, values) =>
    writeDraftMinorAmendment(scopeOf(c), {
      ...seen,
      by: [...values.all('by')],
      'may-not-touch': linesIn(values, 'may-not-touch'),
      cites: citesIn(values),
    }),
});

const localPage = draftFormPage({
  path: 'lokala-overenskommelser',
  prepare: ({ draft: { text }, county, row }) => {
    const { per, responsible = [], purpose, parts, cites = [] } = text.terms['local-agreements'] ?? {};
    const { title, lead, pers } = texts.local;
    return {
      title,
      lead,
      submit: texts.save,
      fields: [
        { kind: 'radios', name: 'per', label: texts.local.per, options: options(pers) },
        decidersField({ name: 'responsible', label: texts.local.responsible }, county, responsible),
        { kind: 'lines', name: 'purpose', label: texts.local.purpose },
        citesField(text, cites),
      ],
      initial: given({ per, responsible, purpose, cites }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {parts && <LocalParts here={`${draftHref(row.id)}/lokala-overenskommelser/delar`} parts={parts} />}
        </>
      ),
    };
  },
  save: (c, seen, values) =>
    writeDraftLocalAgreements(scopeOf(c), {
      ...seen,
      per: values.one('per') as 'municipality',
      responsible: [...values.all('responsible')],
      purpose: values.one('purpose'),
      cites: citesIn(values),
    }),
});

/** The parts that local agreements are to have, each with a form of its own. */
function LocalParts({ here, parts }: { here: string; parts: readonly { readonly id: string; readonly heading: string }[] }) {
  const known = parts.map(({ id, heading }) => ({ href: `${here}/${id}`, label: heading }));
  return <Entries level={2} heading={texts.local.parts} entries={[...known, { href: `${here}/ny`, label: texts.localPart.add }]} />;
}

const removeTermPage = draftFormPage({
  path: 'villkor/:term/ta-bort',
  prepare: ({ draft: { text } }, c) => {
    const term = optionalTerms.find((one) => one === c.req.param('term'));
    const known = term && text.terms[term];
    if (!known) return undefined;
    return {
      title: texts.removeTerm.title(placeLabel(`term:${term}`)),
      lead: texts.removeTerm.lead,
      submit: texts.remove,
      fields: [],
      initial: given({}),
      warning: true,
      before: <CitedText text={text} cites={known.cites} />,
    };
  },
  save: (c, seen) => removeDraftTerm(scopeOf(c), { ...seen, term: c.req.param('term') as 'extension' }),
});

/** The forms of what the agreement is called and of the terms that are said in one place each. */
export const termPages = new Hono<AppEnv>();
const pages = [factsPage, validityPage, extensionPage, informPage, terminationPage, minorPage, localPage, removeTermPage];
for (const page of pages) termPages.route('/', page);
