import { Icon } from '../components/icon.tsx';
import type { Shell } from '../shell.ts';
import { texts } from '../texts.ts';

/**
 * Chooses the county that the pages start from. A plain form: POST /lan/valj with `county` (a code, or empty for all)
 * and `return` (the address to come back to).
 */
export function CountyChooser({ shell }: { shell: Shell }) {
  const { county, counties, path } = shell;
  if (counties.length === 0) return null;
  return (
    <details class="ov-county">
      <summary class="ov-county__summary">
        <Icon name="place" />
        <span>
          <span class="govuk-visually-hidden">{texts.county.label}: </span>
          {county?.name ?? texts.county.none}
        </span>
      </summary>
      <form class="ov-county__form" method="post" action="/lan/valj">
        <input type="hidden" name="return" value={path} />
        <fieldset class="ov-county__fieldset" aria-describedby="county-hint">
          <legend>{texts.county.legend}</legend>
          {counties.map(({ code, name }) => (
            <button
              class="ov-county__choice"
              type="submit"
              name="county"
              value={code}
              aria-pressed={code === county?.code ? 'true' : undefined}
            >
              {name}
              {code === county?.code && <span class="ov-muted"> ({texts.county.chosen})</span>}
            </button>
          ))}
          {county && (
            <button class="ov-county__choice" type="submit" name="county" value="">
              {texts.county.all}
            </button>
          )}
        </fieldset>
        <p class="ov-county__hint" id="county-hint">
          {texts.county.hint}
        </p>
      </form>
    </details>
  );
}
