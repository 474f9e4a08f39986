import type { SecretsErrorCode } from '../platform/secrets/index.ts';

const why: Readonly<Record<SecretsErrorCode, string>> = {
  'secret-malformed': 'är inte skrivet av Överens',
  'secret-key-unknown': 'är krypterat med en nyckel som saknas i PERSON_KEYS',
  'secret-not-authentic': 'är ändrat eller flyttat',
};

/** What the commands about keys say. No value and no key is ever in it. */
export const keysTexts = {
  rotated: (seen: number, changed: number) =>
    `Klart: ${changed} av ${seen} värden är krypterade på nytt. Alla har nu den första nyckeln, och de äldre kan tas bort när säkerhetskopior med dem inte behövs.`,
  unreadable: (code: SecretsErrorCode) =>
    `Ett värde ${why[code]}. Det som redan är klart är sparat; inget annat är ändrat. Rätta och kör igen.`,
};
