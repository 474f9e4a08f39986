import { SummaryList } from '../../ui/index.ts';
import type { FormField, Values } from '../forms/index.ts';
import { nowTexts as texts } from './texts-writing.ts';

/** What stands in a place now that somebody else has written it, field by field where it is another than what was typed. */
export function TextNow({ fields, now, typed }: { fields: readonly FormField[]; now: Values; typed: Values }) {
  const rows = fields.flatMap((field) => {
    const said = saidIn(field, now);
    return said.join('\n') === saidIn(field, typed).join('\n') ? [] : [{ field, said }];
  });
  return (
    <section class="govuk-inset-text">
      <h2 class="govuk-heading-s">{texts.heading}</h2>
      <p>{rows.length === 0 ? texts.same : texts.lead}</p>
      {rows.length > 0 && (
        <SummaryList
          rows={rows.map(({ field, said }) => ({
            label: field.label,
            value: said.length === 0 ? <span class="ov-muted">{texts.nothing}</span> : said.map((line) => <p>{line}</p>),
          }))}
        />
      )}
    </section>
  );
}

/** What a field says, as a person reads it: the lines of a text, the labels of what is chosen. */
function saidIn(field: FormField, values: Values): string[] {
  if (field.kind === 'file') return [];
  if (field.kind === 'text' || field.kind === 'day' || field.kind === 'lines') {
    return values
      .one(field.name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  }
  const options = field.kind === 'picks' ? field.groups.flatMap((group) => group.options) : field.options;
  return options.filter(({ value }) => values.all(field.name).includes(value)).map(({ label }) => label);
}
