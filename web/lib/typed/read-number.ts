/** Full-width digits and signs as a Chinese keyboard gives them, without blanks and thousands separators. */
const plain = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s,_']/g, '');

/** Hundredths of a decimal with at most two places, exactly; undefined when it is not one. */
function hundredths(digits: string): number | undefined {
  const parts = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(digits);
  if (!parts) return undefined;
  const [, sign = '', whole = '', decimals = ''] = parts;
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

/** `12`, `1,200`, `12人`, `12.0` → 12. */
export function readInteger(typed: string): number | undefined {
  const parts = /^(-?\d{1,13})(?:\.0+)?\p{L}{0,4}$/u.exec(plain(typed));
  return parts?.[1] === undefined ? undefined : Number(parts[1]);
}

/** Yuan as people write them → fen: `1,200.50`, `¥1200`, `1200元`, `10万`, `1.5万元`. */
export function readMoney(typed: string): number | undefined {
  const text = plain(typed).replace(/^[¥¥]|^(?:CNY|RMB)/iu, '');
  const parts = /^(-?[\d.]+)(万)?(?:元|圆|yuan)?$/iu.exec(text);
  if (!parts?.[1]) return undefined;
  if (parts[2] === undefined) return hundredths(parts[1]);
  const wan = /^(-?\d{1,9})(?:\.(\d{1,6})0*)?$/.exec(parts[1]);
  if (!wan?.[1]) return undefined;
  return Number(wan[1] + (wan[2] ?? '').padEnd(6, '0'));
}

/** `80`, `80%`, `87.5%` → 0.01 %. */
export const readPercentage = (typed: string): number | undefined =>
  hundredths(plain(typed).replace(/%$/, ''));

/** `120`, `120.5`, `120.5平方米`, `120㎡` → 0.01 m². */
export const readArea = (typed: string): number | undefined =>
  hundredths(plain(typed).replace(/(?:平方米|平米|平方|m2|㎡)$/iu, ''));

/** Hundredths as they stand in an input: 8050 → `80.5`, 100000 → `1000`. */
export function writeHundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}${decimals && `.${decimals}`}`;
}
