import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('a seal is a key and a certificate together, and neither alone', () => {
  const both = readConfig({ OVERENS_SEAL_KEY: 'hemligt.pem', OVERENS_SEAL_CERTIFICATE: 'certifikat.pem' });
  expect(both).toMatchObject({ seal: { certificate: 'certifikat.pem' } });
  expect(readConfig({})).toMatchObject({ seal: undefined });
  for (const [given, missing] of [
    ['OVERENS_SEAL_KEY', 'OVERENS_SEAL_CERTIFICATE'],
    ['OVERENS_SEAL_CERTIFICATE', 'OVERENS_SEAL_KEY'],
  ] as const)
    expect(readConfig({ [given]: 'x' })).toMatchObject([{ variable: missing }]);
});

test('the key of the seal is never printed', () => {
  const read = readConfig({ OVERENS_SEAL_KEY: 'hemligt.pem', OVERENS_SEAL_CERTIFICATE: 'certifikat.pem' });
  expect(JSON.stringify(read)).not.toContain('hemligt');
  expect(JSON.stringify(read)).toContain('[hemlig]');
});
