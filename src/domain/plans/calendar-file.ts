/** A meeting as a calendar file has it: when, and where if that may stand there. Nothing else of what it is about. */
export type CalendarMeeting = {
  /** Which meeting: the same when it is moved, so that a calendar moves it too. */
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly where: string | undefined;
  /** How many times it has been moved. */
  readonly moved: number;
  readonly summary: string;
};

/** The most octets of a line before it is folded (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** A meeting as an iCalendar file (RFC 5545): lines end with CR LF, and long ones are folded between characters. `now`: when the file is made. */
export function calendarFile({ id, startsAt, minutes, where, moved, summary }: CalendarMeeting, now: Temporal.Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Overens//Planer//SV',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@overens`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DURATION:PT${minutes}M`,
    `SEQUENCE:${moved}`,
    `SUMMARY:${escaped(summary)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261126T090000Z`. */
function utc(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** A text value: backslash, comma and semicolon are escaped, and a line break is written as one (3.3.11). Other control characters are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\,;]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

function folded(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MOST_OCTETS) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}
