/** What is wrong with a key variable, written to follow its name. The value itself is never repeated. */
export const secretsTexts = {
  keys: 'ska vara en eller flera nycklar skilda med komma, den nya först: k2:<base64>,k1:<base64>. Varje nyckel är 32 byte, skrivna som base64.',
  sameId: 'har två nycklar med samma namn.',
  sameKey: 'har samma nyckel två gånger.',
  backupKey: 'ska vara 32 byte, skrivna som base64. Skapa en med: openssl rand -base64 32',
  hashKey: 'ska vara 32 byte, skrivna som base64.',
};
