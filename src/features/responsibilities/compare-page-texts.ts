import { formatDate } from '../../ui/formats.ts';

/** The Swedish words of the page that compares two counties. */
export const comparePageTexts = {
  title: 'Jämför län',
  description: 'Samma uppgift i två län, sida vid sida: vem som gör vad, på vilka villkor, och vad som skiljer.',
  lead: (area: string, left: string, right: string, summary: string) => `${area}, ${left} och ${right}. ${summary}`,
  legend: 'Välj vad du vill jämföra',
  submit: 'Jämför',
  left: 'Första länet',
  right: 'Andra länet',
  area: 'Område',
  unreadable: {
    county: 'Länet går inte att läsa. Välj i listan.',
    area: 'Området går inte att läsa. Välj i listan.',
    choices: 'Valen går inte att använda. Välj i listorna.',
  },
  empty: {
    heading: 'Inget att jämföra inom området',
    text: (area: string) =>
      `Inget av länen har ett avtal om ${area.toLowerCase()} i registret. Det betyder inte att avtal saknas. Välj ett annat område.`,
  },
  state: (day: string) => `Läget ${day}`,
  notOnly: (day: string) =>
    `Läget ${formatDate(day)}. En rad säger vem som har ansvaret. Den säger inte att andra saknar det. Uppdelningen i verksamheter är vår läsning.`,
  csv: 'Hämta som CSV',
  caption: (left: string, right: string) => `${left} och ${right}, uppgift för uppgift`,
  corner: 'Uppgift',
};
