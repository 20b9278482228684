import { errorCatalogue } from '../../shared/api/errors.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import type { Route } from '../../shared/api/route.ts';

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const code = (value: unknown): string => `<pre>${escaped(JSON.stringify(value, null, 1))}</pre>`;

const details = (label: string, value: unknown): string =>
  value === undefined ? '' : `<details><summary>${label}</summary>${code(value)}</details>`;

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;

const path = (value: unknown, ...names: readonly string[]): unknown => names.reduce(member, value);

function section(route: Route, document: unknown): string {
  const operation = path(document, 'paths', route.path, route.method.toLowerCase());
  const answer = path(operation, 'responses', String(route.status ?? 200), 'content');
  const parameters = member(operation, 'parameters');
  const who = typeof route.access === 'string' ? route.access : route.access.join(', ');
  return `<section id="${route.id}"><h3><code>${route.method} ${escaped(route.path)}</code></h3>
<p>${escaped(route.summary)} <small>${escaped(who)}</small></p>
${Array.isArray(parameters) && parameters.length > 0 ? details('参数 Parameters', parameters) : ''}
${details('请求 Request', path(operation, 'requestBody', 'content', 'application/json', 'schema'))}
${details('应答 Answer', path(answer, route.produces ?? 'application/json', 'schema'))}</section>`;
}

/** The OpenAPI document as one page that loads nothing: no script, no font, no style from anywhere. */
export function apiPage(routes: readonly Route[]): string {
  const document = openApiDocument(routes);
  const byAudience = Map.groupBy(routes, ({ audience }) => audience);
  const errors = Object.entries(errorCatalogue)
    .map(
      ([name, [status, message]]) =>
        `<tr><td><code>${name}</code></td><td>${status}</td><td lang="zh-CN">${escaped(message.zh)}</td><td>${escaped(message.en)}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API</title></head><body>
<main><h1>接口说明 API</h1>
<p>The machine-readable document is at <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<nav><ul>${[...byAudience.keys()].map((name) => `<li><a href="#audience-${name}">${name}</a></li>`).join('')}<li><a href="#errors">errors</a></li></ul></nav>
${[...byAudience]
  .map(
    ([name, ofAudience]) =>
      `<h2 id="audience-${name}">${name}</h2>${ofAudience.map((route) => section(route, document)).join('\n')}`,
  )
  .join('\n')}
<h2 id="errors">错误 Errors</h2>
<table><thead><tr><th>code</th><th>status</th><th>中文</th><th>English</th></tr></thead><tbody>${errors}</tbody></table>
</main></body></html>`;
}
