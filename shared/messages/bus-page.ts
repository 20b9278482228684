import { eventTypes } from '../workflow/event.ts';
import { busDataSchema, busEnvelopeSchema, busSource, busVersion } from './bus-schemas.ts';

const introduction = `# Events on the bus

For systems of the county that want to follow what happens here. Made from \`bus-schemas.ts\`; do not edit.

- Source \`${busSource}\`, detail-type = the event's type, detail = the envelope below with the event's own data. Version ${busVersion}.
- Delivered at least once and not always in order: recognise an event by \`id\`, order the events of a case by \`seq\`.
- No personal data and nobody's words. Whoever needs more asks the API for the case, under their own access.
- Members and event types may be added at any time; anything else becomes a new version beside this one.
- Amounts are integer fen, days are \`YYYY-MM-DD\` in Asia/Shanghai, instants UTC.

A rule that follows payments:

\`\`\`json
{ "source": ["${busSource}"], "detail-type": ["payment-made"], "detail": { "version": [${busVersion}] } }
\`\`\`
`;

const json = (value: object): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`;

const section = (type: (typeof eventTypes)[number]): string => {
  const schema = busDataSchema(type);
  const empty = !('required' in schema);
  return `### ${type}\n\n${empty ? 'No data.\n' : json(schema)}`;
};

/** The documentation of the bus, as Markdown. */
export const busPage = (): string =>
  [
    introduction,
    `## Envelope\n\n${json(busEnvelopeSchema())}`,
    '## Data of each event\n',
    ...eventTypes.map(section),
  ].join('\n');
