import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that a server took: the envelope's receiver, and all of the message as it came. */
export type TakenMail = { readonly to: string; readonly message: string };

/** What the server does with the next mails: takes them, says no to the receiver, or takes the text and breaks off before it has answered. */
export type Mood = 'takes' | 'refuses' | 'breaks-off';

/** A real SMTP server in this process. */
export async function givenMailServer() {
  const taken: TakenMail[] = [];
  let mood: Mood = 'takes';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(mood === 'refuses' ? new Error(`no such box ${address}`) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), message: Buffer.concat(parts).toString('utf8') });
        if (mood === 'breaks-off') for (const { _socket: socket } of connectionsOf(server)) socket.destroy();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    become: (next: Mood) => {
      mood = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The text of a message as it is read, whichever way it was packed to travel. */
export function decoded(message: string): string {
  const body = message.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  if (/base64/i.test(message)) return Buffer.from(body, 'base64').toString('utf8');
  const unpack = (run: string) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8');
  return body.replaceAll(/=\r\n/g, '').replaceAll(/((?:=[0-9A-F]{2})+)/g, unpack);
}

/** The library keeps its connections in a set that its types do not tell of. */
function connectionsOf(server: SMTPServer): Set<{ _socket: { destroy(): void } }> {
  return (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections;
}
