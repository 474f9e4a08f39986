import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { briefly, listenFault, startFault } from './start-fault.ts';

test('a fault is one line, ends the process with code 1 and keeps its cause unprinted', () => {
  const fault = startFault('database-unreachable', { place: 'db:5432/overens', detail: 'inget svar' }, new Error('hemligt'));
  expect(fault.message).not.toContain('\n');
  expect(fault.message).not.toContain('hemligt');
  expect(fault).toMatchObject({ code: 'database-unreachable', exitCode: 1, cause: new Error('hemligt') });
});

test('a port that is taken is told with the port, and with one that may be free', async () => {
  const holder = createServer().listen(0);
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as { port: number };
  const error = await new Promise((resolve) => createServer().once('error', resolve).listen(port));
  holder.close();
  expect(listenFault(error, port)).toMatchObject({ code: 'port-taken', message: expect.stringContaining(String(port)) });
  expect(listenFault(error, 65535)?.message).toContain('PORT=3000');
});

test('an error that is not about the address is nobody’s fault here', () => {
  expect(listenFault(new Error('other'), 3000)).toBeUndefined();
});

test('an error is told briefly: its first line, or its code when it says nothing', () => {
  expect(briefly(new Error('first\nsecond'))).toBe('first');
  expect(briefly(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect(briefly(new Error('x'.repeat(900)))).toHaveLength(200);
});
