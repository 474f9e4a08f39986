import type { CountyFile } from './county-file.ts';

type District = CountyFile['districts'][number];

/** The members of a district on a day. Membership is dated; an open end reaches on for ever. */
export function membersOn({ members }: District, on: Temporal.PlainDate): District['members'] {
  const day = on.toString();
  return members.filter(({ from, to }) => (!from || from <= day) && (!to || day <= to));
}

/** The district a municipality belongs to on a day; undefined when the county has none or it is in none. */
export function districtOn(county: CountyFile, municipality: string, on: Temporal.PlainDate): District | undefined {
  return county.districts.find((district) => membersOn(district, on).some((member) => member.municipality === municipality));
}
