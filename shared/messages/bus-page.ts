import { busJsonSchemas, busSource, busVersion } from './bus-schemas.ts';

const introduction = `# Events on the bus

For systems of the county that want to follow what happens here. Made from \`bus-schemas.ts\`; do not edit.

- Source \`${busSource}\`, detail-type = the event's type, detail as described below. Version ${busVersion}.
- Delivered at least once and not always in order: recognise an event by \`id\`, order the events of a case by \`seq\`.
- No personal data and nobody's words. Whoever needs more asks the API for the case, under their own access.
- Members and event types may be added at any time; anything else becomes a new version beside this one.
- Amounts are integer fen, days are \`YYYY-MM-DD\` in Asia/Shanghai, instants UTC.

A rule that follows payments:

\`\`\`json
{ "source": ["${busSource}"], "detail-type": ["payment-made"], "detail": { "version": [${busVersion}] } }
\`\`\`
`;

/** The documentation of the bus, as Markdown. */
export const busPage = (): string =>
  [
    introduction,
    ...Object.entries(busJsonSchemas()).map(
      ([type, schema]) => `## ${type}\n\n\`\`\`json\n${JSON.stringify(schema, null, 2)}\n\`\`\`\n`,
    ),
  ].join('\n');
