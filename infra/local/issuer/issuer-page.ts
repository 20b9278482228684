import { createHash } from 'node:crypto';

/** No request leaves these pages: no script, no font, no picture from anywhere. */
const style = `
:root { color-scheme: light dark; --ink: #1c2b26; --soft: #5b6b65; --paper: #f6f4ee; --card: #fff; --line: #d9d6cb; --accent: #14532d; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #ecefe9; --soft: #a9b5af; --paper: #141a17; --card: #1e2622; --line: #37423c; --accent: #8fd3a8; --on-accent: #0d1f15; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
small { color: var(--soft); font-size: .875rem; }
.lead { margin: 0; color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
button { font: inherit; color: inherit; width: 100%; min-height: 3.5rem; padding: .6rem .9rem; text-align: start; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; cursor: pointer; }
li { display: flex; }
button b, button small { display: block; }
button b { font-size: 1.0625rem; }
button:hover { border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.act { width: auto; min-width: 10rem; margin-top: 1rem; text-align: center; background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
a { color: var(--accent); }
`;

const hashSource = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** A form is sent to the issuer itself, or from there on to the portal, which has the same address. */
export const issuerPagePolicy = [
  "default-src 'none'",
  `style-src ${hashSource(style)}`,
  "script-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (value: string): string =>
  value.replaceAll(/[&<>"]/g, (char) => entities[char] ?? char);

/** @param body HTML, already escaped. */
export const issuerPage = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>
`;
