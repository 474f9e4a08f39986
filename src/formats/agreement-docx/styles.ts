import type { IStylesOptions } from 'docx';

const INK = '1c2530';
const PINE = '14513f';
/** Ink for what stands beside the text. */
export const MUTED = '566270';

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: PINE },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

/** Word's own styles, in our ink, and a few of ours. Sizes in half points. The language is that of every style that says no other. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Georgia', size: 22, color: INK, language: { value: 'sv-SE' } },
      paragraph: { spacing: { line: 300, after: 140 } },
    },
    title: { run: { size: 48, bold: true, color: PINE }, paragraph: { spacing: { before: 120, after: 360 } } },
    heading1: heading(34, 480),
    heading2: heading(28, 320),
    heading3: heading(24, 240),
    heading4: { ...heading(22, 200), run: { size: 22, italics: true, color: PINE } },
    hyperlink: { run: { color: '0f5c8c', underline: {} } },
  },
  paragraphStyles: [
    { id: 'Note', name: 'Anmärkning', basedOn: 'Normal', run: { size: 19, color: MUTED } },
    { id: 'Notice', name: 'Viktigt', basedOn: 'Normal', paragraph: { indent: { left: 200 }, spacing: { after: 60 } } },
    { id: 'Cell', name: 'Tabellcell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { line: 250, after: 0 } } },
    {
      id: 'ContentsHeading',
      name: 'Innehållsrubrik',
      basedOn: 'Normal',
      run: { size: 34, bold: true, color: PINE },
      paragraph: { spacing: { after: 200 } },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 18, color: MUTED } },
  ],
};
