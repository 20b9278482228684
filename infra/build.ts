import { buildArtefacts } from './build-artefacts.ts';

const startedAt = performance.now();
const bundles = await buildArtefacts();
for (const { name, zipKb, budgetKb } of bundles) {
  console.log(`${name.padEnd(12)}${String(zipKb).padStart(6)} KB zipped, budget ${budgetKb} KB`);
}
const over = bundles.filter(({ zipKb, budgetKb }) => zipKb > budgetKb);
if (over.length > 0) {
  console.error(`over budget: ${over.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
console.log(`portal and functions built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
