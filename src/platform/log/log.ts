import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/index.ts';
import { originalStack } from './original-stack.ts';

export type Log = Logger;

/** Names of fields whose value is never written, at the top of a log line or one level down. */
const SECRET_FIELDS = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'set-cookie',
  'url',
  'ownerUrl',
  'connectionString',
  'personnummer',
  'body',
  'input',
];

/** Personal and coordination numbers, with or without century and separator; the day of a coordination number is 61–91. */
const PERSONAL_NUMBER = /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?\d{4}(?!\d)/g;

/** User and password of an address, as in `postgres://user:password@host`. */
const CREDENTIALS = /(?<=:\/\/)[^/\s@"]+@/g;

/**
 * The log: one JSON object per line on standard output (or `destination`), with ids and never content.
 * Two walls: fields by name are replaced, and whatever looks like a personnummer or a password in an address is struck out of the finished line.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: {},
    redact: { paths: SECRET_FIELDS.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '[dolt]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorFields },
    hooks: { streamWrite: scrub },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error as it is written, with its stack in our sources. */
function errorFields(error: Error) {
  const { stack, ...rest } = pino.stdSerializers.err(error);
  return { ...rest, stack: stack && originalStack(stack) };
}

/** Strikes out personal numbers and address passwords from a finished line. */
export function scrub(line: string): string {
  return line.replace(PERSONAL_NUMBER, '[dolt]').replace(CREDENTIALS, '[dolt]@');
}
