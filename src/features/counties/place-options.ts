import type { CountyFile } from '../../domain/counties/county-file.ts';
import { wholeCounty } from './texts.ts';

type Options = { readonly group: string; readonly options: { readonly value: string; readonly label: string }[] }[];

/** The municipalities to choose among, each county's together. */
export function municipalityOptions(counties: readonly CountyFile[]): Options {
  return counties.map(({ name, municipalities }) => ({
    group: name,
    options: municipalities.map((one) => ({ value: one.code, label: one.name })),
  }));
}

/** The places to choose among: of each county the whole of it first, then its municipalities. The value is the code of either. */
export function placeOptions(counties: readonly CountyFile[]): Options {
  return counties.map(({ code, name, municipalities }) => ({
    group: name,
    options: [{ value: code, label: wholeCounty(name) }, ...municipalities.map((one) => ({ value: one.code, label: one.name }))],
  }));
}
