import { expect, test } from 'vitest';
import { apiPage } from '../../functions/public/api-page.ts';
import { errorCatalogue } from '../../shared/api/errors.ts';
import { openApiDocument, openApiPath } from '../../shared/api/openapi.ts';
import { routeList } from '../../shared/api/routes.ts';

const document = JSON.parse(JSON.stringify(openApiDocument(routeList))) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; responses: Record<string, { description: string }> };
};
type Operation = {
  operationId: string;
  security: unknown[];
  parameters: { name: string; in: string }[];
  responses: Record<string, unknown>;
};

const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('every route is in the document once, at its method and path', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  for (const route of routeList) {
    expect(document.paths[openApiPath(route.path)]?.[route.method.toLowerCase()]?.operationId).toBe(route.id);
  }
  expect(operations).toHaveLength(routeList.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routeList.length);
});

test('every slot of a path is a declared parameter', () => {
  for (const route of routeList) {
    const slots = [...route.path.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name);
    const { parameters } = document.paths[openApiPath(route.path)]![route.method.toLowerCase()]!;
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(slots);
  }
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(references.length).toBeGreaterThan(100);
  for (const path of new Set(references)) {
    const found = path
      .split('/')
      .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document);
    expect(found, path).toBeDefined();
  }
});

test('every error of the catalogue is described under its status', () => {
  for (const [code, [status]] of Object.entries(errorCatalogue)) {
    expect(document.components.responses[`Problem${status}`]?.description).toContain(`\`${code}\``);
  }
});

test('what needs no signing in says so, and nothing else does', () => {
  for (const route of routeList) {
    const { security } = document.paths[openApiPath(route.path)]![route.method.toLowerCase()]!;
    expect(security).toEqual(route.access === 'anyone' ? [] : [{ signIn: [] }]);
  }
});

test('the page shows all of it and loads nothing', () => {
  const page = apiPage(routeList);
  expect(routeList.filter(({ id }) => !page.includes(`<section id="${id}">`))).toEqual([]);
  expect(page.match(/<script|<link|<style|style=|src=|url\(|https?:\/\//)?.[0]).toBeUndefined();
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
});
