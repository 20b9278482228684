import { errorCatalogue } from '../../shared/api/errors.ts';
import { openApiDocument, openApiPath } from '../../shared/api/openapi.ts';
import type { Route } from '../../shared/api/route.ts';

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;

const at = (value: unknown, ...names: readonly string[]): unknown => names.reduce(member, value);

/** Shared schemas have a section of their own; the others stand with their route. */
const sectionOf = (schema: string): string =>
  /^[A-Z]/.test(schema) ? `schema-${schema}` : schema.replace(/-(request|answer)$/, '');

/** A schema as text, with a link wherever it refers to another one. */
const schemaText = (schema: unknown): string =>
  `<pre>${escaped(JSON.stringify(schema, null, 1)).replaceAll(
    /#\/components\/schemas\/([\w-]+)/g,
    (_, name: string) => `<a href="#${sectionOf(name)}">${name}</a>`,
  )}</pre>`;

const details = (label: string, schema: unknown): string =>
  schema === undefined ? '' : `<details><summary>${label}</summary>${schemaText(schema)}</details>`;

function section(route: Route, document: unknown): string {
  const operation = at(document, 'paths', openApiPath(route.path), route.method.toLowerCase());
  const parameters = member(operation, 'parameters');
  const schemas = at(document, 'components', 'schemas');
  const who = typeof route.access === 'string' ? route.access : route.access.join(', ');
  return `<section id="${route.id}"><h3><code>${route.method} ${escaped(route.path)}</code></h3>
<p>${escaped(route.summary)} <small>${escaped(who)}</small></p>
${Array.isArray(parameters) && parameters.length > 0 ? details('参数 Parameters', parameters) : ''}
${details('请求 Request', member(schemas, `${route.id}-request`))}
${details('应答 Answer', member(schemas, `${route.id}-answer`))}</section>`;
}

const sharedSchemas = (document: unknown): string =>
  Object.entries(at(document, 'components', 'schemas') ?? {})
    .filter(([name]) => /^[A-Z]/.test(name))
    .map(
      ([name, schema]) =>
        `<section id="schema-${name}"><h3>${name}</h3>${details('JSON Schema', schema)}</section>`,
    )
    .join('\n');

const errorRows = (): string =>
  Object.entries(errorCatalogue)
    .map(
      ([code, [status, { zh, en }]]) =>
        `<tr><td><code>${code}</code></td><td>${status}</td><td lang="zh-CN">${escaped(zh)}</td><td>${escaped(en)}</td></tr>`,
    )
    .join('\n');

/** The OpenAPI document as one page that loads nothing: no script, no font, no style from anywhere. */
export function apiPage(routes: readonly Route[]): string {
  const document = openApiDocument(routes);
  const audiences = [...Map.groupBy(routes, ({ audience }) => audience)];
  const links = [...audiences.map(([name]) => `audience-${name}`), 'schemas', 'errors'];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API</title></head><body><main><h1>接口说明 API</h1>
<p>The machine-readable document is at <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<nav><ul>${links.map((id) => `<li><a href="#${id}">${id.replace('audience-', '')}</a></li>`).join('')}</ul></nav>
${audiences
  .map(
    ([name, ofAudience]) =>
      `<h2 id="audience-${name}">${name}</h2>${ofAudience.map((route) => section(route, document)).join('\n')}`,
  )
  .join('\n')}
<h2 id="schemas">共用结构 Shared schemas</h2>
${sharedSchemas(document)}
<h2 id="errors">错误 Errors</h2>
<table><thead><tr><th>code</th><th>status</th><th>中文</th><th>English</th></tr></thead>
<tbody>${errorRows()}</tbody></table></main></body></html>`;
}
