import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { readUpload, textOf } from './upload.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const encode = (text: string) => new TextEncoder().encode(text);

describe('the text of a file', () => {
  test('is read as UTF-8, with or without a byte order mark, and else as Windows-1252', () => {
    expect(textOf(encode('namn;sort\r\nÅre;öppen'))).toBe('namn;sort\r\nÅre;öppen');
    expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
    expect(textOf(bytes(0xc5, 0x72, 0x65))).toBe('Åre');
  });

  test.each<[string, Uint8Array]>([
    ['a zip, as a spreadsheet is', bytes(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['a pdf', encode('%PDF-1.7\n')],
    ['a Windows program', bytes(0x4d, 0x5a, 0x90, 0x61)],
    ['a Linux program', bytes(0x7f, 0x45, 0x4c, 0x46)],
    ['an old spreadsheet', bytes(0xd0, 0xcf, 0x11, 0xe0)],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47)],
    ['text with a NUL in it', encode('namn;so\0rt')],
    ['text with a control sign in it', encode('namn\u001b[2J')],
    ['bytes that are signs in neither', bytes(0x61, 0xc5, 0x81, 0xff)],
  ])('is refused of %s', (_, content) => {
    expect(textOf(content)).toBeUndefined();
  });
});

describe('an upload', () => {
  const app = new Hono().post('/', async (c) => c.json(await readUpload(c, { field: 'fil', mostBytes: 100 })));
  const send = async (content: Uint8Array<ArrayBuffer>, name: string, type: string) => {
    const body = new FormData();
    body.set('fil', new File([content], name, { type }));
    body.set('stamp', 'x');
    return (await app.request('/', { method: 'POST', body })).json();
  };

  test('is judged by what it holds, not by its name or what it says it is', async () => {
    expect(await send(encode('a;b'), '../../etc/passwd.exe', 'application/pdf')).toEqual({ text: 'a;b', fields: { stamp: 'x' } });
    expect(await send(encode('%PDF-1.7'), 'enheter.csv', 'text/csv')).toMatchObject({ fault: 'file-not-text' });
  });

  test('is refused when it is missing, empty or too large', async () => {
    expect(await send(bytes(), 'a.csv', 'text/csv')).toMatchObject({ fault: 'file-missing' });
    expect(await (await app.request('/', { method: 'POST', body: 'x' })).json()).toMatchObject({ fault: 'file-missing' });
    expect(await send(encode('a'.repeat(100)), 'a.csv', 'text/csv')).toMatchObject({ text: 'a'.repeat(100) });
    expect(await send(encode('a'.repeat(101)), 'a.csv', 'text/csv')).toMatchObject({ fault: 'file-too-large' });
  });
});
