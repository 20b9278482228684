import { equipmentWorth, startupGrantAnswers } from '../../infra/local/demo/applications.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { factoryNumber } from '../support/county-acts.ts';

/**
 * The startup grant without files, which go past the API. A grant this small is decided by the bureau alone.
 */
export const benchProgramme: Programme = {
  ...startupGrant,
  documents: startupGrant.documents.map((slot) => ({ ...slot, required: false })),
  form: {
    ...startupGrant.form,
    sections: startupGrant.form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.type === 'document' ? { ...field, required: false } : field,
      ),
    })),
  },
};

/** Of an enterprise of its own for each number: nothing scarce is shared but the fund. */
export const benchAnswers = (number: number): Answers => ({
  ...startupGrantAnswers(factoryNumber(number), {
    requested: 1_000_000,
    equipment: equipmentWorth(2_400_000, String(10_000 + number)),
    citedBases: ['interim-measures'],
    firstWorker: 100,
  }),
});
