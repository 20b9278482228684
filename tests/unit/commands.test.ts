import { expect, test } from 'vitest';
import {
  ApplicantAwardCommandSchema,
  ApplicantCommandSchema,
  ClockCommandSchema,
  commandTypes,
  PaymentCommandSchema,
  PublicCommandSchema,
  ReviewerCommandSchema,
  SupervisionCommandSchema,
} from '../../shared/workflow/command.ts';
import { cases } from '../support/case-desk.ts';
import { commandOf } from '../support/random-commands.ts';

const audiences = {
  applicant: ApplicantCommandSchema,
  'applicant, of an award': ApplicantAwardCommandSchema,
  reviewer: ReviewerCommandSchema,
  payment: PaymentCommandSchema,
  supervision: SupervisionCommandSchema,
  clock: ClockCommandSchema,
  public: PublicCommandSchema,
};

const command = (type: (typeof commandTypes)[number]) =>
  commandOf(type, 6, cases.approved().state, '2026-03-10T01:00:00.000Z');

test.each(commandTypes)('%s is sent by exactly one audience', (type) => {
  const takers = Object.values(audiences).filter((schema) => schema.safeParse(command(type)).success);
  expect(takers).toHaveLength(1);
});

test.each(commandTypes)('%s takes no unknown members', (type) => {
  for (const schema of Object.values(audiences)) {
    expect(schema.safeParse({ ...command(type), actor: 'someone-else' }).success).toBe(false);
  }
});
