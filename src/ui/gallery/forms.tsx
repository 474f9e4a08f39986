import { Button, ButtonGroup } from '../components/button.tsx';
import { CheckboxField, RadioField } from '../forms/choices.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FilterPanel, SearchForm } from '../forms/filter-panel.tsx';
import { SelectField, TextArea, TextField } from '../forms/inputs.tsx';
import { Page } from '../layout/page.tsx';
import { galleryShell } from './shell.ts';

const municipalities = [
  { value: '0686', label: 'Eksjö' },
  { value: '0682', label: 'Nässjö' },
];

/** Every form part, one of them at fault. */
export function FormsGallery() {
  return (
    <Page
      shell={galleryShell('/vem-gor-vad')}
      nav="sok"
      back="#"
      title="Berätta om situationen"
      errors={[
        { text: 'Välj vad personen behöver hjälp med', field: 'behov' },
        { text: 'Ålder ska vara ett tal mellan 0 och 120', field: 'alder' },
      ]}
    >
      <SearchForm action="/sok" label="Sök i alla avtal" value="missbruksvård" />
      <FilterPanel action="/avtal" resetHref="/avtal">
        <SelectField name="kommun" label="Kommun" options={municipalities} value="0686" empty="Alla kommuner" />
        <SelectField name="status" label="Status" options={[{ value: 'galler', label: 'Gäller' }]} empty="Alla" />
        <TextField name="datum" label="På datum" type="date" value="2026-11-22" />
        <CheckboxField
          name="typ"
          label="Typ"
          small
          options={[
            { value: 'lan', label: 'Länsavtal' },
            { value: 'lokal', label: 'Lokal överenskommelse' },
          ]}
          values={['lan']}
        />
      </FilterPanel>
      <form method="post" action="#">
        <RadioField
          name="behov"
          label="Vad behöver personen hjälp med?"
          hint="Välj det som ligger närmast."
          error="Välj vad personen behöver hjälp med"
          options={[
            { value: 'a', label: 'Abstinens eller avgiftning', hint: 'Personen mår dåligt av att sluta.' },
            { value: 'b', label: 'Behandling' },
            { value: 'vet-inte', label: 'Vet inte', apart: true },
          ]}
        />
        <TextField
          name="alder"
          label="Ålder"
          inputmode="numeric"
          width={3}
          suffix="år"
          value="450"
          error="Ålder ska vara ett tal mellan 0 och 120"
        />
        <CheckboxField
          name="amne"
          label="Vad handlar det om?"
          options={[
            { value: 'alkohol', label: 'Alkohol' },
            { value: 'spel', label: 'Spel om pengar' },
          ]}
          values={['alkohol']}
        />
        <RadioField
          name="barn"
          label="Finns barn i hemmet?"
          inline
          options={[
            { value: 'ja', label: 'Ja' },
            { value: 'nej', label: 'Nej' },
            { value: 'vet-inte', label: 'Vet inte' },
          ]}
          value="ja"
        />
        <DateField
          name="dag"
          label="Vilken dag gäller det?"
          hint="Till exempel 2026 3 27"
          value={{ year: '2026', month: '11', day: '22' }}
        />
        <TextArea name="fritext" label="Något mer?" optional hint="Skriv inga namn eller personnummer." />
        <ButtonGroup>
          <Button>Visa vem som gör vad</Button>
          <Button kind="secondary">Spara</Button>
          <Button kind="quiet">Börja om</Button>
        </ButtonGroup>
      </form>
    </Page>
  );
}
