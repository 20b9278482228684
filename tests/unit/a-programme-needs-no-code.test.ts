import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';

/** What a programme consists of may name it; nothing else of the product may. */
const ofTheProgramme = (id: string) => (file: string) => file.startsWith(`shared/programmes/county/${id}`);

const sources = globSync('{shared,functions,web}/**/*.{ts,tsx}').map((file) => ({
  file,
  content: readFileSync(file, 'utf8'),
}));

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

test.each(countyProgrammes.map(({ id }) => id))('%s is data: no other code names it', (id) => {
  const owned = ofTheProgramme(id);
  const mentions = sources
    .filter(({ file, content }) => !owned(file) && content.includes(id))
    .map(({ file }) => file);
  expect(mentions).toEqual([]);
});
