import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { TaxonomyFile } from '../../domain/counties/national-files.ts';
import { type AskedDay, Button, DayField, formatTag, SelectField } from '../../ui/index.ts';
import { placeOptions } from '../counties/index.ts';
import { roleFormTexts } from './role-page-texts.ts';
import { authorityTexts } from './texts.ts';

export type RoleAsk = {
  readonly place: string | undefined;
  readonly performer: string | undefined;
  readonly role: string | undefined;
  readonly day: AskedDay;
};
type Errors = Readonly<Record<string, string>>;
type Props = { ask: RoleAsk; errors: Errors; counties: readonly CountyFile[]; taxonomy: TaxonomyFile | undefined };

/** Where I work and what I am: a plain form, sent with GET, so that the answer has an address. */
export function RoleForm({ ask, errors, counties, taxonomy }: Props) {
  const performers = Map.groupBy(taxonomy?.performers ?? [], ({ authority }) => authority);
  return (
    <form method="get" action="/vem-gor-vad/roll">
      <SelectField
        name="ort"
        label={roleFormTexts.place.label}
        hint={roleFormTexts.place.hint}
        empty={roleFormTexts.place.empty}
        value={ask.place}
        error={errors.ort}
        options={placeOptions(counties)}
      />
      <SelectField
        name="utforare"
        label={roleFormTexts.performer.label}
        empty={roleFormTexts.performer.all}
        value={ask.performer}
        error={errors.utforare}
        options={[...performers].map(([authority, all]) => ({
          group: authorityTexts[authority] ?? authority,
          options: all.map(({ id, label }) => ({ value: id, label: formatTag(label) })),
        }))}
      />
      <SelectField
        name="yrke"
        label={roleFormTexts.role.label}
        empty={roleFormTexts.role.all}
        value={ask.role}
        error={errors.yrke}
        options={(taxonomy?.roles ?? []).map(({ id, label }) => ({ value: id, label: formatTag(label) }))}
      />
      <DayField day={ask.day} hint={roleFormTexts.dayHint} />
      <Button>{roleFormTexts.submit}</Button>
    </form>
  );
}
