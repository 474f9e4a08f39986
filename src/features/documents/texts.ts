import type { Verdict, WhyNot } from '../../domain/documents/verdict.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate } from '../../ui/formats.ts';

/** The Swedish words of sealing and of trying a seal. */
export const documentRefusals: RefusalTexts = {
  'seal-missing': {
    status: 503,
    title: 'Det finns inget sigill',
    detail: () => 'Tjänsten har inget sigill att försegla dokument med. Be den som sköter driften att lägga in ett. Ingenting har ändrats.',
  },
  'seal-expired': {
    status: 503,
    title: 'Sigillets certifikat gäller inte i dag',
    detail: () => 'Be den som sköter driften att byta certifikat. Ingenting har ändrats.',
  },
  'signature-other-order': {
    status: 409,
    title: 'Svaret gäller en annan underskrift',
    detail: () => 'Tjänsten för underskrift svarade om något annat. Börja om med underskriften. Ingenting har ändrats.',
  },
  'signature-other-person': {
    status: 403,
    title: 'Någon annan har skrivit under',
    detail: () => 'Bara den som har uppdraget kan skriva under. Logga in som dig själv och börja om. Ingenting har ändrats.',
  },
  'signature-other-document': {
    status: 409,
    title: 'Underskriften gäller ett annat dokument',
    detail: () => 'Det som skrevs under är inte det som skulle skrivas under. Läs dokumentet och börja om. Ingenting har ändrats.',
  },
  'signature-too-late': {
    status: 409,
    title: 'Underskriften kom för sent',
    detail: () => 'Tiden för att skriva under har gått ut. Börja om med underskriften. Ingenting har ändrats.',
  },
  'signature-already-decided': {
    status: 409,
    title: 'Underskriften är redan avgjord',
    detail: () => 'Den är redan gjord, avböjd eller för gammal. Börja om om du vill skriva under. Ingenting har ändrats.',
  },
  'file-unreadable': {
    status: 422,
    title: 'Filen går inte att läsa',
    detail: () => 'Skicka filens alla byte som Base64, högst 5 MB.',
    at: () => '#/file',
  },
};

/** What is said of a file, in a few words. */
export const verdictLabels: Record<Verdict['state'], string> = {
  valid: 'Gäller',
  superseded: 'Äkta, men en senare version finns',
  'plan-copy': 'Äkta kopia av en plan',
  'not-authentic': 'Inte äkta',
};

/** Why a file is not authentic, and what that means for whoever holds it. */
export const whyTexts: Record<WhyNot, string> = {
  'not-pdf': 'Filen är ingen PDF. Förseglade dokument är alltid PDF.',
  'no-signature':
    'Filen har inget sigill, så vi kan inte gå i god för den. Utskrifter av avtal som inte är undertecknade här har inget sigill.',
  'added-to': 'Något är tillagt efter att filen förseglades. Sigillet täcker inte hela filen.',
  'not-ours': 'Filen är undertecknad av någon annan än Överens.',
  changed: 'Filen är ändrad efter att den förseglades. Minst ett tecken skiljer.',
  'not-registered': 'Sigillet är vårt, men dokumentet finns inte i vårt register.',
};

/** The page where a document is tried. */
export const verifyTexts = {
  title: 'Verifiera ett dokument',
  lead: 'Lägg in en PDF som du har fått. Du får veta om den är äkta, om något är ändrat och om det finns en senare version.',
  file: 'PDF-fil',
  hint: 'Högst 5 MB. Filen sparas inte.',
  submit: 'Verifiera',
  missing: 'Välj en fil först.',
  tooLarge: 'Filen är större än 5 MB. Förseglade dokument är mindre än så.',
  again: 'Pröva en annan fil',
  result: 'Svar',
  valid: (label: string) => `Dokumentet är äkta, och version ${label} är den senaste.`,
  superseded: (label: string, later: string, from: string) =>
    later === label
      ? `Dokumentet är äkta. Samma version förseglades på nytt ${formatDate(from)}.`
      : `Dokumentet är äkta, men version ${label} är ersatt av version ${later} från ${formatDate(from)}.`,
  authentic: 'Äkta, och den senaste versionen',
  next: (label: string, from: string) => `Version ${label} är beslutad och börjar gälla ${formatDate(from)}.`,
  begins: (label: string, from: string) => `Version ${label} gäller inte ännu. Den börjar gälla ${formatDate(from)}.`,
  planCopy: 'Filen är en kopia av en plan, precis som den förseglades.',
  planCopyAnnulled: 'Filen är en kopia av en plan som har återkallats. Förstör den, och det som är utskrivet.',
  notAuthentic: 'Lita inte på filen. Hämta dokumentet på nytt från avtalets sida.',
  facts: {
    agreement: 'Avtal',
    version: 'Version',
    status: 'Avtalet i dag',
    sealedAt: 'Förseglat',
    by: 'Av',
    fingerprint: 'Kontrollsumma (SHA-256)',
  },
  gone: 'Avtalet finns inte längre i registret.',
  ownClock: 'Tiden då det förseglades kommer från tjänstens egen klocka. Ingen utomstående har intygat den med en tidsstämpel.',
  demoSeal: 'Det är ett demosigill: det visar att inget är ändrat, men inte vem som står bakom.',
  latest: 'Läs den senaste versionen',
  how: {
    heading: 'Så prövas filen',
    proofs: [
      'Filens kontrollsumma ska finnas i registret över förseglade dokument. Den räknas ut av innehållet, så ett enda ändrat tecken ger en annan.',
      'Sigillet i filen ska vara gjort med vårt certifikat och täcka hela filen.',
    ],
    both: 'Båda måste stämma. Du kan också pröva sigillet i ett annat program som läser underskrifter i PDF-filer (standarden heter PAdES).',
  },
};

/** What the API's document says about documents. */
export const apiTexts = {
  verify: 'Pröva om en fil är ett förseglat dokument, om den är ändrad och om en senare version finns',
  verifyAnswer: 'Vad som kan sägas om filen',
  file: 'Filens alla byte som Base64, högst 5 MB. Ingenting sparas.',
};
