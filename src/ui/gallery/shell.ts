import type { Shell } from '../shell.ts';

/** An invented request for the gallery. */
export function galleryShell(path: string): Shell {
  return {
    path,
    today: Temporal.PlainDate.from('2026-11-22'),
    counties: [
      { code: '20', name: 'Dalarna' },
      { code: '06', name: 'Jönköpings län' },
    ],
    county: { code: '06', name: 'Jönköpings län' },
    demo: true,
    dataVersion: '2026-11-20',
  };
}
