import type { CountyFile } from './county-file.ts';

/** The district a municipality belongs to on a day; undefined when the county has none or it is in none. */
export function districtOn(county: CountyFile, municipality: string, on: Temporal.PlainDate): CountyFile['districts'][number] | undefined {
  const day = on.toString();
  return county.districts.find(({ members }) =>
    members.some(
      (member) => member.municipality === municipality && (!member.from || member.from <= day) && (!member.to || day <= member.to),
    ),
  );
}
