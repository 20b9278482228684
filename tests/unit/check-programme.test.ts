import { describe, expect, test } from 'vitest';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import { checkProgramme, programmeHash } from '../../shared/programmes/check-programme.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import type { Programme } from '../../shared/programmes/programme.ts';

/** A copy of the document to break at will: what a policy officer might have written. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid
type Draft = any;
type Break = (draft: Draft) => void;

const faultsOf = (programme: Programme, change: Break): readonly string[] => {
  const draft = JSON.parse(JSON.stringify(programme));
  change(draft);
  const checked = checkProgramme(draft);
  if (checked.ok) return [];
  expect(checked.refusal.code).toBe('programme-invalid');
  for (const { message } of checked.refusal.errors ?? []) expect(message.zh && message.en).toBeTruthy();
  return (checked.refusal.errors ?? []).map(({ path, code }) => `${path} ${code}`);
};

const field = (draft: Draft, id: string) =>
  draft.form.sections.flatMap((section: Draft) => section.fields).find((one: Draft) => one.id === id);

describe('the county’s programmes', () => {
  test.each(countyProgrammes.map((programme) => [programme.id, programme] as const))(
    '%s passes',
    (_, programme) => {
      expect(checkProgramme(programme)).toEqual({
        ok: true,
        value: { programme, hash: programmeHash(programme) },
      });
    },
  );

  test.each(countyProgrammes.map((programme) => [programme.id, programme] as const))(
    '%s is the same document after a journey through a file',
    (_, programme) => {
      const file = JSON.stringify(programme, undefined, 2);
      const checked = checkProgramme(JSON.parse(file));
      expect(checked.ok && checked.value.hash).toBe(programmeHash(programme));
    },
  );
});

describe('the hash', () => {
  test('does not depend on the order of members', () => {
    const turned = Object.fromEntries(Object.entries(startupGrant).reverse());
    const checked = checkProgramme(turned);
    expect(checked.ok && checked.value.hash).toBe(programmeHash(startupGrant));
  });

  test('changes with every amount', () => {
    const [first, ...rest] = startupGrant.parameters;
    const dearer = { ...startupGrant, parameters: [{ ...first!, value: first!.value + 1 }, ...rest] };
    expect(programmeHash(dearer)).not.toBe(programmeHash(startupGrant));
  });
});

describe('a document of the wrong shape is refused', () => {
  const cases: readonly [string, Break, string][] = [
    ['a missing translation', (d) => delete d.title.en, '/title/en'],
    [
      'an empty translation',
      (d) => {
        d.rules[0].failure.zh = '';
      },
      '/rules/0/failure/zh',
    ],
    [
      'a day that never was',
      (d) => {
        d.effectiveFrom = '2026-02-30';
      },
      '/effectiveFrom',
    ],
    [
      'an amount that is a text',
      (d) => {
        d.parameters[0].value = '100000';
      },
      '/parameters/0/value',
    ],
    [
      'an amount with a fraction',
      (d) => {
        d.parameters[0].value = 0.5;
      },
      '/parameters/0/value',
    ],
    [
      'no rules',
      (d) => {
        d.rules = [];
      },
      '/rules',
    ],
    [
      'no stages',
      (d) => {
        d.stages = [];
      },
      '/stages',
    ],
    [
      'an unknown member',
      (d) => {
        d.surprise = 1;
      },
      '',
    ],
    [
      'an unknown field type',
      (d) => {
        d.form.sections[0].fields[0].type = 'colour';
      },
      '/form/sections/0/fields/0/type',
    ],
    [
      'a field twice in the form',
      (d) => {
        d.form.sections[1].fields[0].id = 'mobile';
      },
      '/form/sections/1/fields/0/id',
    ],
    [
      'no working days',
      (d) => {
        d.stages[0].workingDays = 0;
      },
      '/stages/0/workingDays',
    ],
  ];
  test.each(cases)('%s', (_, change, path) => {
    expect(faultsOf(startupGrant, change)).toContain(`${path} shape`);
  });

  test.each([null, 'text', 7, [], {}])('%j', (document) => {
    expect(checkProgramme(document).ok).toBe(false);
  });
});

/** Each breaks one thing; exactly these faults are found. */
const onStartupGrant: readonly [string, Break, ...string[]][] = [
  // names
  [
    'a rule id twice',
    (d) => {
      d.rules[1].id = d.rules[0].id;
    },
    '/rules/1/id duplicate',
  ],
  [
    'a stage id twice',
    (d) => {
      d.stages[2].id = d.stages[1].id;
    },
    '/stages/2/id duplicate',
  ],
  [
    'a document id twice',
    (d) => {
      d.documents.push(d.documents[0]);
    },
    '/documents/8/id duplicate',
  ],
  [
    'a legal basis twice',
    (d) => {
      d.legalBases.push(d.legalBases[0]);
    },
    '/legalBases/10/id duplicate',
  ],
  [
    'a checklist item twice',
    (d) => {
      d.stages[0].checklist[1].id = d.stages[0].checklist[0].id;
    },
    '/stages/0/checklist/1/id duplicate',
  ],
  [
    'a term named like an answer',
    (d) => {
      d.terms[11].name = 'workers';
      d.benefit.amount = 'workers';
      d.rules[9].expression = 'workers > 0';
    },
    '/terms/11/name duplicate',
    '/terms/11/inWords unknown-reference',
  ],
  [
    'a parameter named like a term',
    (d) => {
      d.parameters[3].name = 'cap';
      d.rules[3].expression = 'payroll >= cap';
      d.rules[3].failure = { zh: '少', en: 'few' };
      delete d.rules[3].shows;
      d.precheck.rules[3].expression = 'jobs >= cap';
    },
    '/terms/6/name duplicate',
  ],
  [
    'a term with a reserved name',
    (d) => {
      d.terms[11].name = 'amount';
      d.benefit.amount = 'amount';
      d.rules[9].expression = 'amount > 0';
    },
    '/terms/11/name reserved-name',
    '/terms/11/inWords unknown-reference',
  ],
  [
    'a report’s answer named like a term',
    (d) => {
      d.obligations[0].form.sections[0].fields[1].id = 'payroll';
      d.obligations[0].keptWhen = 'stillOperating && payroll * 10000 >= keptJobsShare';
    },
    '/obligations/0/form/sections/0/fields/1/id duplicate',
  ],
  [
    'a parameter named like a shared question',
    (d) => {
      d.parameters.push({ ...d.parameters[3], name: 'jobs' });
    },
    '/parameters/6/name duplicate',
  ],
  // references
  [
    'a rule on an unlisted basis',
    (d) => {
      d.rules[0].basis = 'hearsay';
    },
    '/rules/0/basis unknown-reference',
  ],
  [
    'a clock on an unlisted basis',
    (d) => {
      d.correction.basis = 'hearsay';
    },
    '/correction/basis unknown-reference',
  ],
  [
    'a notice on an unlisted basis',
    (d) => {
      d.notice.basis = 'hearsay';
    },
    '/notice/basis unknown-reference',
  ],
  [
    'a stage at an unknown office',
    (d) => {
      d.stages[2].office.office = 'moon-base';
    },
    '/stages/2/office/office unknown-reference',
  ],
  [
    'an unknown town',
    (d) => {
      d.towns = ['610926100', '610926999'];
    },
    '/towns/1 unknown-reference',
  ],
  [
    'a bank account without a name to pay to',
    (d) => {
      d.keys.payee = 'accountHolder';
    },
    '/keys/payee unknown-reference',
  ],
  [
    'a bank account at a bank of the wrong kind',
    (d) => {
      d.keys.bank = 'account';
    },
    '/keys/bank wrong-kind',
  ],
  [
    'a key answer that is not in the form',
    (d) => {
      d.keys.site = 'plot';
    },
    '/keys/site unknown-reference',
  ],
  [
    'a key answer of the wrong type',
    (d) => {
      d.keys.town = 'community';
    },
    '/keys/town wrong-kind',
  ],
  [
    'a key answer that may stay empty',
    (d) => {
      field(d, 'site').required = false;
    },
    '/keys/site wrong-kind',
  ],
  [
    'a key answer that may be hidden',
    (d) => {
      field(d, 'town').visibleWhen = 'returnee';
    },
    '/keys/town wrong-kind',
  ],
  [
    'an amount that is no term',
    (d) => {
      d.benefit.amount = 'plenty';
    },
    '/benefit/amount unknown-reference',
  ],
  [
    'an amount that counts people',
    (d) => {
      d.benefit.amount = 'payroll';
    },
    '/benefit/amount wrong-kind',
  ],
  [
    'a cap that is no parameter',
    (d) => {
      d.benefit.cap = 'ceiling';
    },
    '/benefit/cap unknown-reference',
  ],
  [
    'a once-only table that is not there',
    (d) => {
      d.onceOnly[0].each = 'machines';
      delete d.onceOnly[0].where;
    },
    '/onceOnly/0/each unknown-reference',
  ],
  [
    'a once-only key that is no column',
    (d) => {
      d.onceOnly[0].key = ['serial'];
    },
    '/onceOnly/0/key/0 unknown-reference',
  ],
  [
    'a once-only key that is no answer',
    (d) => {
      d.onceOnly[0].key = ['form.serial'];
    },
    '/onceOnly/0/key/0 unknown-reference',
  ],
  [
    'words of a term with a slot nothing fills',
    (d) => {
      d.terms[0].inWords.en += ' {weeksOperating}';
    },
    '/terms/0/inWords unknown-reference',
  ],
  [
    'words of a term that name a later one',
    (d) => {
      d.terms[0].inWords.zh += '{grant}';
    },
    '/terms/0/inWords unknown-reference',
  ],
  [
    'words of a term with personal data',
    (d) => {
      d.terms[0].inWords.zh += '{legalRepresentativeId}';
    },
    '/terms/0/inWords unknown-reference',
  ],
  [
    'a slot no term fills',
    (d) => {
      d.rules[2].shows = ['monthsOperating'];
    },
    '/rules/2/failure unknown-reference',
  ],
  [
    'a shown term that is not there',
    (d) => {
      d.rules[2].shows.push('weeksOperating');
    },
    '/rules/2/shows/2 unknown-reference',
  ],
  [
    'a precheck reason with an unknown slot',
    (d) => {
      d.precheck.rules[0].reason.en = '{payroll}';
    },
    '/precheck/rules/0/reason unknown-reference',
  ],
  [
    'a rule on a once-only item that is not there',
    (d) => {
      d.rules[0].expression = 'facts.taken["phone-once"] == 0';
    },
    '/rules/0/expression unknown-reference',
  ],
  // documents
  [
    'a document without a place in the form',
    (d) => {
      d.form.sections[3].fields.pop();
    },
    '/documents/4/id unused',
  ],
  [
    'a place without a document',
    (d) => {
      field(d, 'invoices').slot = 'receipts';
    },
    '/form/sections/3/fields/4/slot unknown-reference',
    '/documents/4/id unused',
  ],
  [
    'two places for a document',
    (d) => {
      field(d, 'invoices').slot = 'contracts';
      field(d, 'invoices').maxFiles = 20;
    },
    '/form/sections/3/fields/4/slot duplicate',
    '/documents/4/id unused',
  ],
  [
    'more files than the document allows',
    (d) => {
      field(d, 'licence').maxFiles = 9;
    },
    '/form/sections/0/fields/10/maxFiles out-of-range',
  ],
  [
    'a document of a report without a place in its form',
    (d) => {
      d.obligations[0].documents.push({ ...d.obligations[0].documents[0], id: 'bankList' });
    },
    '/obligations/0/documents/1/id unused',
  ],
  [
    'a place in a report for a document that came with the application',
    (d) => {
      d.obligations[0].form.sections[0].fields.find(({ id }: { id: string }) => id === 'wageProof').slot =
        'licence';
    },
    '/obligations/0/form/sections/0/fields/3/slot unknown-reference',
    '/obligations/0/documents/0/id unused',
  ],
  [
    'a document of a report by the name of one of the application',
    (d) => {
      d.obligations[0].documents[0].id = 'licence';
      const place = d.obligations[0].form.sections[0].fields.find(
        ({ id }: { id: string }) => id === 'wageProof',
      );
      place.slot = 'licence';
      place.maxFiles = d.obligations[0].documents[0].maxFiles;
    },
    '/obligations/0/documents/0/id duplicate',
  ],
  [
    'a document that may follow, required in the form',
    (d) => {
      field(d, 'taxProof').required = true;
    },
    '/form/sections/5/fields/4/required wrong-kind',
  ],
  // expressions
  [
    'a rule that does not parse',
    (d) => {
      d.rules[0].expression = 'applicantType !=';
    },
    '/rules/0/expression expression',
  ],
  [
    'a rule on an unknown answer',
    (d) => {
      d.rules[0].expression = 'applicantKind != "preparing"';
    },
    '/rules/0/expression expression',
  ],
  [
    'a rule that compares a number with a text',
    (d) => {
      d.rules[0].expression = 'workers == "many"';
    },
    '/rules/0/expression expression',
  ],
  [
    'a rule that is no yes or no',
    (d) => {
      d.rules[0].expression = 'workers';
    },
    '/rules/0/expression expression',
  ],
  [
    'a rule on an unknown column',
    (d) => {
      d.rules[0].expression = 'roster.all(worker, worker.shoeSize > 0)';
    },
    '/rules/0/expression expression',
  ],
  [
    'a rule on an unknown fact',
    (d) => {
      d.rules[0].expression = 'facts.weather == "fine"';
    },
    '/rules/0/expression expression',
  ],
  [
    'a term of the wrong unit',
    (d) => {
      d.terms[1].expression = '"seventy"';
    },
    '/terms/1/expression expression',
  ],
  [
    'a term on a later term',
    (d) => {
      d.terms[0].expression = 'payroll';
    },
    '/terms/0/expression expression',
  ],
  [
    'a term on itself',
    (d) => {
      d.terms[1].expression = 'payroll + 1';
    },
    '/terms/1/expression expression',
  ],
  [
    'a stage condition on an answer',
    (d) => {
      d.stages[3].when = 'returnee && amount > jointMeetingThreshold';
    },
    '/stages/3/when expression',
  ],
  [
    'a condition on what stands below',
    (d) => {
      field(d, 'creditCode').visibleWhen = 'workers > 0';
    },
    '/form/sections/0/fields/2/visibleWhen expression',
  ],
  [
    'a document required by an unknown answer',
    (d) => {
      d.documents[0].required = 'unknown';
    },
    '/documents/0/required expression',
  ],
  [
    'a once-only condition on an unknown column',
    (d) => {
      d.onceOnly[0].where = 'row.serial != ""';
    },
    '/onceOnly/0/where expression',
  ],
  [
    'a duty kept by an unknown answer',
    (d) => {
      d.obligations[0].keptWhen = 'happy && keptJobsShare > 0';
    },
    '/obligations/0/keptWhen expression',
  ],
  [
    'a recovery that is no amount',
    (d) => {
      d.obligations[0].recovery = 'paid > 0';
    },
    '/obligations/0/recovery expression',
  ],
  [
    'a report’s condition on an unknown answer',
    (d) => {
      d.obligations[0].form.sections[0].fields[4].visibleWhen = 'happy';
    },
    '/obligations/0/form/sections/0/fields/4/visibleWhen expression',
  ],
  [
    'a precheck on an unknown question',
    (d) => {
      d.precheck.rules[0].expression = 'age > 18';
    },
    '/precheck/rules/0/expression expression',
  ],
  [
    'a precheck amount that is a text',
    (d) => {
      d.precheck.amount = '"much"';
    },
    '/precheck/amount expression',
  ],
  // figures
  [
    'a parameter nothing reads',
    (d) => {
      d.parameters.push({ ...d.parameters[0], name: 'forgotten' });
    },
    '/parameters/6/name unused',
  ],
  [
    'a once-only item no rule looks at',
    (d) => {
      d.rules[4].expression = 'true';
    },
    '/onceOnly/0/id unused',
  ],
  [
    'a share above the whole',
    (d) => {
      d.parameters[1].value = 100_01;
    },
    '/parameters/1/value out-of-range',
  ],
  [
    'a negative limit',
    (d) => {
      d.parameters[0].value = -1;
    },
    '/parameters/0/value out-of-range',
  ],
  // stages
  [
    'no acceptance',
    (d) => {
      d.stages.shift();
    },
    '/stages/0/kind wrong-kind',
  ],
  [
    'a second acceptance',
    (d) => {
      d.stages[1].kind = 'acceptance';
    },
    '/stages/1/kind wrong-kind',
  ],
  [
    'a conditional acceptance',
    (d) => {
      d.stages[0].when = 'amount > 0';
    },
    '/stages/0/when no-way-out',
  ],
  [
    'an end that decides nothing',
    (d) => {
      d.stages.splice(2, 2);
      d.parameters.splice(5, 1);
    },
    '/stages/1/kind no-way-out',
  ],
  [
    'a condition on the only deciding stage',
    (d) => {
      d.stages.splice(3, 1);
      d.stages[2].when = 'amount > jointMeetingThreshold';
    },
    '/stages/2/when no-way-out',
  ],
  [
    'conditions on all deciding stages',
    (d) => {
      d.stages[2].when = 'amount > 0';
    },
    '/stages/3/when no-way-out',
  ],
  [
    'a stage that is never reached',
    (d) => {
      d.stages[1].when = '1 > 2';
    },
    '/stages/1/when unreachable',
  ],
  [
    'silence that approves',
    (d) => {
      d.stages[2].onSilence = 'accept';
    },
    '/stages/2/onSilence wrong-kind',
  ],
  // times
  [
    'an end before the beginning',
    (d) => {
      d.effectiveTo = '2025-12-31';
    },
    '/effectiveTo out-of-range',
  ],
  [
    'a duty over before it is due',
    (d) => {
      d.obligations[0].every.until = 5;
    },
    '/obligations/0/every/until out-of-range',
  ],
];

const onTrainingSubsidy: readonly [string, Break, ...string[]][] = [
  [
    'an option without an office',
    (d) => {
      delete d.owner.offices.skills;
    },
    '/owner/offices unknown-reference',
  ],
  [
    'an office for an option that is not there',
    (d) => {
      d.owner.offices.other = 'county-office';
    },
    '/owner/offices/other unknown-reference',
  ],
  [
    'an unknown office for an option',
    (d) => {
      d.owner.offices.skills = 'moon-base';
    },
    '/owner/offices/skills unknown-reference',
  ],
  [
    'an office chosen by a text',
    (d) => {
      d.owner.answer = 'trainingBody';
    },
    '/owner/answer wrong-kind',
  ],
  [
    'an office chosen by what may stay empty',
    (d) => {
      field(d, 'stream').required = false;
    },
    '/owner/answer wrong-kind',
    '/stages/2/office/answer wrong-kind',
  ],
  [
    'months between answers that are no dates',
    (d) => {
      d.onceOnly[1].monthly.to = 'hours';
    },
    '/onceOnly/1/monthly/to wrong-kind',
  ],
];

const onRentFreePremises: readonly [string, Break, ...string[]][] = [
  [
    'months that are an amount',
    (d) => {
      d.benefit.months = 'valueForegone';
    },
    '/benefit/months wrong-kind',
  ],
  [
    'a share that is not there',
    (d) => {
      d.benefit.share = 'portion';
    },
    '/benefit/share unknown-reference',
  ],
  [
    'a unit that is no premises',
    (d) => {
      d.benefit.unit = 'site';
    },
    '/benefit/unit wrong-kind',
  ],
  [
    'a start that is no date',
    (d) => {
      d.benefit.startsOn = 'monthsWanted';
    },
    '/benefit/startsOn wrong-kind',
  ],
];

describe('a document that does not hold together is refused, with a pointer to', () => {
  test.each(onStartupGrant)('%s', (_, change, ...faults) => {
    expect(faultsOf(startupGrant, change)).toEqual(faults);
  });
  test.each(onTrainingSubsidy)('%s', (_, change, ...faults) => {
    expect(faultsOf(trainingSubsidy, change)).toEqual(faults);
  });
  test.each(onRentFreePremises)('%s', (_, change, ...faults) => {
    expect(faultsOf(rentFreePremises, change)).toEqual(faults);
  });

  test('everything that is wrong, at once', () => {
    const faults = faultsOf(startupGrant, (d) => {
      d.rules[0].basis = 'hearsay';
      d.towns = ['610926999'];
      d.stages[2].onSilence = 'accept';
    });
    expect(faults).toHaveLength(3);
  });
});
