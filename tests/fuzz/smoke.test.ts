import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { givenApp } from '../given/app.ts';
test('smoke', async () => {
  const app = await givenApp();
  const doc = await (await app.request('/api/v1/openapi.json')).json();
  writeFileSync('/tmp/openapi.json', JSON.stringify(doc, null, 2));
  for (const path of ['/law/statutes', '/law/statutes/2025-400', '/law/statutes/2025:400', '/law/citations?limit=2', '/law/citations?limit=2&after=jonkoping-missbruk-beroende.5.0', '/law/citations?x=1&limit=0&__proto__=2', '/agreements/%00', '/agreements?q=%FF','/agreements?limit=1', '/nope', '/agreements?on=0000-01-01&limit=x', '/agreements/a?on=9999-12-31&z=1', '/counties?x=1']) {
    const r = await app.request('/api/v1' + path);
    console.log(path, r.status, [...r.headers].filter(([k]) => !/policy|opener|nosniff/.test(k)).map(([k, v]) => `${k}: ${v}`).join('; '), (await r.text()).slice(0, 700));
  }
  for (const init of [{ method: 'DELETE' }, { method: 'OPTIONS' }, { method: 'POST' }, { method: 'HEAD' }]) {
    const r = await app.request('/api/v1/agreements', init);
    console.log(init.method, r.status, [...r.headers].filter(([k]) => !/policy|opener|nosniff/.test(k)).map(([k, v]) => `${k}: ${v}`).join('; '), await r.text());
  }
  const post = (b: string, h = {}) => app.request('/api/v1/law/parse', { method: 'POST', headers: { 'content-type': 'application/json', ...h }, body: b });
  for (const b of ['{"text":"16 kap. 3 § HSL och SoL (2001:453) 5 kap. 9 a §"}', '{"text":"a\\u0000"}', '{"text":"\\ud800"}', '{"__proto__":{"text":"x"}}', '[]', '', '['.repeat(30000), '{"text":5,"on":"x","y":1}', `{"text":"${'x'.repeat(70000)}"}`]) {
    const r = await post(b);
    console.log(b.slice(0, 50), r.status, (await r.text()).slice(0, 1500));
  }
});
