import { Hono } from 'hono';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { basisTexts, conditionText } from '../../ui/index.ts';
import { readNational } from '../counties/index.ts';
import { given } from '../forms/index.ts';
import { agreementChoices } from './agreement-choices.ts';
import { type DraftFormShown, draftFormPage } from './draft-form.tsx';
import { conditionFields, conditionsIn, conditionValues, linesIn, options } from './form-fields.ts';
import { CitedText, type DraftReading, draftHref } from './parts.tsx';
import { findRow } from './row-pages.tsx';
import { termTexts, rowTexts as texts } from './texts-terms.ts';
import { writeRowConditions, writeRowGround, writeRowLimits, writeRowWhen } from './write-rows.ts';

const rowHref = (reading: DraftReading, row: string) => `${draftHref(reading.row.id)}/ansvar/${row}`;

/** What the forms of a row share: which row it is, the text that it rests on, and the way back to it. */
function shared(reading: DraftReading, row: ResponsibilityRow): Pick<DraftFormShown, 'caption' | 'back' | 'submit' | 'before'> {
  return {
    caption: `${row.id} ${row.activity}`,
    back: rowHref(reading, row.id),
    submit: termTexts.save,
    before: <CitedText text={reading.draft.text} cites={row.cites} />,
  };
}

const whenPage = draftFormPage({
  path: 'ansvar/:row/nar',
  prepare: async (reading, c) => {
    const row = findRow(reading, c.req.param('row'));
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    if (!row || isRefusal(situation)) return undefined;
    const { title, lead, always, alwaysYes, alwaysNo, also } = texts.when;
    const base = shared(reading, row);
    return {
      ...base,
      title,
      lead,
      fields: [
        ...conditionFields('when', title, situation.facts),
        { kind: 'radios', name: 'always', label: always, options: options({ no: alwaysNo, yes: alwaysYes }) },
      ],
      initial: given({ ...conditionValues('when', row.when), always: row.always ? 'yes' : 'no' }),
      before: (
        <>
          {base.before}
          {row['also-when'].length > 0 && (
            <>
              <p>{also}</p>
              <ul class="govuk-list govuk-list--bullet">
                {row['also-when'].map((way) => (
                  <li>
                    {Object.entries(way)
                      .map(([fact, condition]) => conditionText(situation, fact, condition))
                      .join('; ')}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ),
    };
  },
  save: async (c, seen, values) => {
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    if (isRefusal(situation)) return situation;
    const when = conditionsIn('when', values, situation.facts);
    return writeRowWhen(scopeOf(c), { ...seen, row: c.req.param('row') ?? '', when, always: values.one('always') as 'no' });
  },
});

const conditionsPage = draftFormPage({
  path: 'ansvar/:row/kraver',
  prepare: async (reading, c) => {
    const row = findRow(reading, c.req.param('row'));
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    if (!row || isRefusal(situation)) return undefined;
    const words = texts.conditions;
    const rows = reading.draft.text.responsibilities.filter(({ id }) => id !== row.id);
    const elsewhere = row['way-forward-rows'].filter((id) => !rows.some((one) => one.id === id));
    const choices = [...rows.map(({ id, activity }) => ({ value: id, label: `${id} ${activity}` })), ...elsewhere.map(asItIs)];
    return {
      ...shared(reading, row),
      title: words.title,
      lead: words.lead,
      fields: [
        ...conditionFields('conditions', words.title, situation.facts),
        { kind: 'lines', name: 'text', label: words.text, optional: true },
        { kind: 'lines', name: 'way', label: words.way, hint: words.wayHint, optional: true },
        {
          kind: 'picks',
          name: 'way-forward-rows',
          label: words.wayRows,
          optional: true,
          groups: [{ heading: words.wayRows, options: choices }],
        },
        { kind: 'select', name: 'consent', label: words.consent, optional: true, options: options(words.consents) },
        { kind: 'lines', name: 'requires', label: words.requires, hint: termTexts.onePerLine, optional: true },
      ],
      initial: given({
        ...conditionValues('conditions', row.conditions),
        text: row['conditions-text'],
        way: row['way-forward'],
        'way-forward-rows': row['way-forward-rows'],
        consent: row.consent,
        requires: row.requires.join('\n'),
      }),
    };
  },
  save: async (c, seen, values) => {
    const situation = await readNational(scopeOf(c), { name: 'situation' });
    if (isRefusal(situation)) return situation;
    return writeRowConditions(scopeOf(c), {
      ...seen,
      row: c.req.param('row') ?? '',
      conditions: conditionsIn('conditions', values, situation.facts),
      text: values.one('text'),
      way: values.one('way'),
      wayRows: [...values.all('way-forward-rows')],
      consent: values.one('consent') as '',
      requires: linesIn(values, 'requires'),
    });
  },
});

/** A choice that the register has no name for, by its id. */
function asItIs(id: string): { value: string; label: string } {
  return { value: id, label: id };
}

const limitsPage = draftFormPage({
  path: 'ansvar/:row/tid',
  prepare: async (reading, c) => {
    const row = findRow(reading, c.req.param('row'));
    const file = await readNational(scopeOf(c), { name: 'deadlines' });
    if (!row || isRefusal(file)) return undefined;
    const words = texts.limits;
    const known = file.deadlines.map(({ id, name, value, basis }) => ({ value: id, label: `${name}: ${value} (${basisTexts[basis]})` }));
    return {
      ...shared(reading, row),
      title: words.title,
      lead: words.lead,
      fields: [
        { kind: 'text', name: 'deadline-value', label: words.value, hint: words.valueHint, optional: true },
        { kind: 'select', name: 'deadline-basis', label: words.basis, optional: true, options: options(basisTexts) },
        { kind: 'select', name: 'deadline-strength', label: words.strength, optional: true, options: options(words.strengths) },
        { kind: 'select', name: 'deadline-catalogue', label: words.catalogue, optional: true, options: known },
        { kind: 'picks', name: 'more-deadlines', label: words.more, optional: true, groups: [{ heading: words.known, options: known }] },
      ],
      initial: given({
        'deadline-value': row.deadline?.value,
        'deadline-basis': row.deadline?.basis,
        'deadline-strength': row.deadline?.strength,
        'deadline-catalogue': row.deadline?.catalogue,
        'more-deadlines': row['more-deadlines'],
      }),
    };
  },
  save: (c, seen, values) =>
    writeRowLimits(scopeOf(c), {
      ...seen,
      row: c.req.param('row') ?? '',
      value: values.one('deadline-value'),
      basis: values.one('deadline-basis') as 'law',
      strength: values.one('deadline-strength') as 'must',
      catalogue: values.one('deadline-catalogue'),
      more: [...values.all('more-deadlines')],
    }),
});

const groundPage = draftFormPage({
  path: 'ansvar/:row/lag',
  prepare: async (reading, c) => {
    const row = findRow(reading, c.req.param('row'));
    if (!row) return undefined;
    const words = texts.ground;
    const { named, county } = await agreementChoices(scopeOf(c), reading, row.linked);
    const groups = [
      { heading: words.linkedNames, options: named },
      { heading: words.linkedCounty, options: county },
    ].filter(({ options: all }) => all.length > 0);
    return {
      ...shared(reading, row),
      title: words.title,
      lead: words.lead,
      fields: [
        { kind: 'lines', name: 'law', label: words.law, hint: words.lawHint, optional: true },
        { kind: 'picks', name: 'linked', label: words.linked, optional: true, groups },
        { kind: 'lines', name: 'warnings', label: words.warnings, hint: words.warningsHint, optional: true },
        { kind: 'lines', name: 'methods', label: words.methods, hint: termTexts.onePerLine, optional: true },
        { kind: 'lines', name: 'note', label: words.note, optional: true },
      ],
      initial: given({
        law: row.law.join('\n'),
        linked: row.linked,
        warnings: row.warnings.join('\n'),
        methods: row.methods.join('\n'),
        note: row.note,
      }),
    };
  },
  save: (c, seen, values) =>
    writeRowGround(scopeOf(c), {
      ...seen,
      row: c.req.param('row') ?? '',
      law: linesIn(values, 'law'),
      linked: [...values.all('linked')],
      warnings: linesIn(values, 'warnings'),
      methods: linesIn(values, 'methods'),
      note: values.one('note'),
    }),
});

/** The forms of what a row says beside who does what. */
export const rowMorePages = new Hono<AppEnv>();
for (const page of [whenPage, conditionsPage, limitsPage, groundPage]) rowMorePages.route('/', page);
