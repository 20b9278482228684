const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (value: string): string => value.replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);

/** One XML element; children are elements already rendered, a plain value is escaped. */
export const element = (name: string, content: string | number | boolean | readonly string[]): string =>
  `<${name}>${typeof content === 'object' ? content.join('') : escapeXml(String(content))}</${name}>`;

export const document = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
