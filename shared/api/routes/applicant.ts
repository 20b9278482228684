import * as z from 'zod';
import { CourseRefSchema } from '../../courses/course.ts';
import { BranchIdSchema, EnterpriseKeySchema } from '../../enterprises/profile.ts';
import { ApplicantCommandSchema } from '../../workflow/command.ts';
import { ActResultDtoSchema, ApplicationDtoSchema, CaseSummaryDtoSchema } from '../dto/case.ts';
import {
  CaseParamsSchema,
  CursorSchema,
  DraftSavedSchema,
  DraftSavingSchema,
  ExplanationDtoSchema,
  envelope,
  FieldErrorsSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
  page,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';

/** Officers may fill in and file for an applicant on recorded authority (帮办代办). */
const fillers = ['applicant', 'reviewer'] as const;

export const applicantRoutes = {
  startApplication: defineRoute({
    id: 'start-application',
    method: 'POST',
    path: '/api/applications',
    audience: 'applicant',
    access: fillers,
    summary: 'Starts a draft under the programme’s current version. The same commandId gives the same draft.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      programmeId: z.string().max(64),
      /** One of the caller’s own: the draft begins with what was stated of it before. */
      enterprise: EnterpriseKeySchema.optional(),
      /** One of its branches: the draft is for that site. The head office when absent. */
      branch: BranchIdSchema.optional(),
      /** The planned course that was held: the draft begins with what the town said of it. */
      course: CourseRefSchema.optional(),
      /** Only for an officer: the applicant’s account and the recorded authority. */
      onBehalfOf: z
        .strictObject({ applicant: z.string().min(1).max(128), authority: z.string().min(2).max(500) })
        .optional(),
    }),
    output: ApplicationDtoSchema,
    status: 201,
  }),
  listApplications: defineRoute({
    id: 'list-applications',
    method: 'GET',
    path: '/api/applications',
    audience: 'applicant',
    access: fillers,
    summary: 'The caller’s own drafts and applications, newest first.',
    params: NoParamsSchema,
    query: z.strictObject({ cursor: CursorSchema.optional() }),
    body: NoBodySchema,
    output: page(CaseSummaryDtoSchema),
  }),
  getApplication: defineRoute({
    id: 'get-application',
    method: 'GET',
    path: '/api/applications/{caseId}',
    audience: 'applicant',
    access: fillers,
    summary: 'One of the caller’s applications: answers, documents, progress, letters, what can be done.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: ApplicationDtoSchema,
  }),
  saveDraft: defineRoute({
    id: 'save-draft',
    method: 'PUT',
    path: '/api/applications/{caseId}/draft',
    audience: 'applicant',
    access: fillers,
    summary:
      'Autosave, of a draft or of a correction. Refused with 412 and the current draft when another device saved meanwhile.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: DraftSavingSchema,
    output: DraftSavedSchema,
  }),
  checkDraft: defineRoute({
    id: 'check-draft',
    method: 'GET',
    path: '/api/applications/{caseId}/check',
    audience: 'applicant',
    access: fillers,
    summary: 'What is still wrong or missing, and what the rules say to the draft as it stands.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ errors: FieldErrorsSchema, explanation: ExplanationDtoSchema.optional() }),
  }),
  actOnApplication: defineRoute({
    id: 'act-on-application',
    method: 'POST',
    path: '/api/applications/{caseId}/commands',
    audience: 'applicant',
    access: fillers,
    summary:
      'Submit, hand in a correction, withdraw, ask for internal review, rate. Version 0 submits a draft.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: envelope(ApplicantCommandSchema),
    output: ActResultDtoSchema,
  }),
  getMe: defineRoute({
    id: 'get-me',
    method: 'GET',
    path: '/api/me',
    audience: 'applicant',
    access: 'signed-in',
    summary: 'Who the caller is, with the facts of earlier applications for filling in new ones.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      id: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      office: z.string().optional(),
      town: z.string().optional(),
    }),
  }),
} as const;
