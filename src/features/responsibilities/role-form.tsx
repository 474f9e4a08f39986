import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { TaxonomyFile } from '../../domain/counties/national-files.ts';
import { Button, formatTag, SelectField, TextField } from '../../ui/index.ts';
import { placeOptions } from '../counties/index.ts';
import { authorityTexts } from './texts.ts';

export type RoleAsk = {
  readonly place: string | undefined;
  readonly performer: string | undefined;
  readonly role: string | undefined;
  readonly day: string | undefined;
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
        label="Var arbetar du?"
        hint="Välj kommun, eller hela länet."
        empty="Välj plats"
        value={ask.place}
        error={errors.ort}
        options={placeOptions(counties)}
      />
      <SelectField
        name="utforare"
        label="I vilken verksamhet?"
        empty="Alla verksamheter"
        value={ask.performer}
        error={errors.utforare}
        options={[...performers].map(([authority, all]) => ({
          group: authorityTexts[authority] ?? authority,
          options: all.map(({ id, label }) => ({ value: id, label: formatTag(label) })),
        }))}
      />
      <SelectField
        name="yrke"
        label="Vilket är ditt yrke?"
        empty="Alla yrken"
        value={ask.role}
        error={errors.yrke}
        options={(taxonomy?.roles ?? []).map(({ id, label }) => ({ value: id, label: formatTag(label) }))}
      />
      <TextField name="datum" label="På datum" hint="Lämna tomt för i dag." width={10} optional value={ask.day} error={errors.datum} />
      <Button>Visa vad avtalen kräver</Button>
    </form>
  );
}
